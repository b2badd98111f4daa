import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Patient, PatientDetails } from '../types';
import { patientsKey } from './listPatients';

const createPatient = (clinicId: string, body: PatientDetails) => request<Patient>('POST', path`/clinics/${clinicId}/patients`, { body });

export function useCreatePatient(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patient: PatientDetails) => createPatient(clinicId, patient),
    onSuccess: () => void queries.invalidateQueries({ queryKey: patientsKey(clinicId) }),
  });
}
