import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { PatientPair } from '../types';
import { patientsKey } from './listPatients';

/** The pair is no longer listed as likely duplicates. */
export const useTellApart = (clinicId: string) => useApart(clinicId, 'told-apart');

/** It is listed again. */
export const useTakeBackTellingApart = (clinicId: string) => useApart(clinicId, 'told-apart/take-back');

function useApart(clinicId: string, what: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, other }: PatientPair) =>
      request<void>('POST', path`/clinics/${clinicId}/patients/${one.id}/` + what, { body: { otherId: other.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}
