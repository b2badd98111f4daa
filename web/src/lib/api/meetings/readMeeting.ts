import { useQuery } from '@tanstack/react-query';
import { appointmentKey } from '../appointments/readAppointment';
import { path, request } from '../client';
import type { Meeting } from '../types';

export const useMeeting = (clinicId: string, appointmentId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...appointmentKey(clinicId, appointmentId), 'meeting'],
    queryFn: () => request<Meeting>('GET', path`/clinics/${clinicId}/appointments/${appointmentId}/meeting`),
    enabled,
  });
