import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Start } from '../types';

/** An Administrator says why; the visit's own doctor need not. */
const startMeeting = (clinicId: string, appointmentId: string, reason?: string) =>
  request<Start>('POST', path`/clinics/${clinicId}/appointments/${appointmentId}/meeting/start`, reason ? { body: { reason } } : {});

export const useStartMeeting = (clinicId: string, appointmentId: string) =>
  useMutation({ mutationFn: (reason?: string) => startMeeting(clinicId, appointmentId, reason), gcTime: 0 });
