import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment } from '../types';
import { appointmentsKey } from './listAppointments';

const cancelAppointment = (clinicId: string, id: string, reason?: string) =>
  request<Appointment>('POST', path`/clinics/${clinicId}/appointments/${id}/cancel`, { body: { reason } });

export function useCancelAppointment(clinicId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason?: string) => cancelAppointment(clinicId, id, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) }),
  });
}
