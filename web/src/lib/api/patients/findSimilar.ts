import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, PatientDetails, SimilarPatient } from '../types';

/** Who may be the person that is about to get a record. */
export const useFindSimilar = (clinicId: string) =>
  useMutation({
    mutationFn: (body: PatientDetails) => request<Items<SimilarPatient>>('POST', path`/clinics/${clinicId}/patients/similar`, { body }),
  });
