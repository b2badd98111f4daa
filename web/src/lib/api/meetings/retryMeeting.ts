import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentKey } from '../appointments/readAppointment';
import { path, request } from '../client';

const retryMeeting = (clinicId: string, appointmentId: string) =>
  request<void>('POST', path`/clinics/${clinicId}/appointments/${appointmentId}/meeting/retry`);

export function useRetryMeeting(clinicId: string, appointmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => retryMeeting(clinicId, appointmentId),
    onSuccess: () => queries.invalidateQueries({ queryKey: appointmentKey(clinicId, appointmentId) }),
  });
}
