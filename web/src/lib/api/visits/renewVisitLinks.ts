import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { LinkRenewal } from '../types';

/** What was sent so far leads nowhere any more; the new links are mailed. */
export function useRenewVisitLinks(clinicId: string, patientId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<LinkRenewal>('POST', path`/clinics/${clinicId}/patients/${patientId}/visit-links/renew`),
    onSuccess: () => queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) }),
  });
}
