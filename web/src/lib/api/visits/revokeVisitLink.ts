import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentKey } from '../appointments/readAppointment';
import { path, request } from '../client';

const revokeVisitLink = (clinicId: string, appointmentId: string) =>
  request<void>('DELETE', path`/clinics/${clinicId}/appointments/${appointmentId}/visit-link`);

/** The link handed out stops working; the next one read is new. */
export function useRevokeVisitLink(clinicId: string, appointmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => revokeVisitLink(clinicId, appointmentId),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...appointmentKey(clinicId, appointmentId), 'visit-link'] }),
  });
}
