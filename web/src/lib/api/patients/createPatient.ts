import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Patient } from '../types';
import { patientsKey } from './listPatients';

export type NewPatient = Omit<Patient, 'id'>;

const createPatient = (clinicId: string, body: NewPatient) => request<{ id: string }>('POST', path`/clinics/${clinicId}/patients`, { body });

export function useCreatePatient(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patient: NewPatient) => createPatient(clinicId, patient),
    onSuccess: () => queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}
