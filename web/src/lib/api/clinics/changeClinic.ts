import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Clinic, ClinicProfile } from '../types';
import { clinicsQuery } from './listClinics';
import { clinicQuery } from './readClinic';

export function useChangeClinic(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (profile: ClinicProfile) => request<Clinic>('PUT', path`/clinics/${clinicId}/profile`, { body: profile }),
    onSuccess: (clinic) => {
      queries.setQueryData(clinicQuery(clinicId).queryKey, clinic);
      void queries.invalidateQueries({ queryKey: clinicsQuery.queryKey });
    },
  });
}
