import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Patient, PatientChange } from '../types';
import { patientsKey } from './listPatients';

const changePatient = (clinicId: string, { id, version }: Patient, body: PatientChange) =>
  request<Patient>('PATCH', path`/clinics/${clinicId}/patients/${id}`, { body, headers: { 'If-Match': `"${version}"` } });

export function useChangePatient(clinicId: string, patient: Patient) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: PatientChange) => changePatient(clinicId, patient, change),
    onSuccess: () => void queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}
