import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { MergeKeep, Patient } from '../types';
import { patientsKey } from './listPatients';

export function useMergePatients(clinicId: string, id: string, otherId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (keep: MergeKeep) => request<Patient>('POST', path`/clinics/${clinicId}/patients/${id}/merge`, { body: { otherId, keep } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: patientsKey(clinicId) });
      void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
    },
  });
}
