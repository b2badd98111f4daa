import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Patient } from '../types';
import { patientsKey } from './listPatients';

/** A record that was merged into another answers with that one. */
export const usePatient = (clinicId: string, id: string) =>
  useQuery({
    queryKey: [...patientsKey(clinicId), 'one', id],
    queryFn: () => request<Patient>('GET', path`/clinics/${clinicId}/patients/${id}`),
  });
