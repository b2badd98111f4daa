import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Start } from '../types';

const startMeeting = (clinicId: string, appointmentId: string) =>
  request<Start>('POST', path`/clinics/${clinicId}/appointments/${appointmentId}/meeting/start`);

export const useStartMeeting = (clinicId: string, appointmentId: string) =>
  useMutation({ mutationFn: () => startMeeting(clinicId, appointmentId), gcTime: 0 });
