import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, PatientPair } from '../types';
import { patientsKey } from './listPatients';

export const useDuplicates = (clinicId: string) =>
  useQuery({
    queryKey: [...patientsKey(clinicId), 'duplicates'],
    queryFn: () => request<Items<PatientPair>>('GET', path`/clinics/${clinicId}/patients/duplicates`),
  });
