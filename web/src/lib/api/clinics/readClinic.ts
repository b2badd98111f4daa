import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Clinic } from '../types';

export const clinicQuery = (clinicId: string) =>
  queryOptions({
    queryKey: ['clinics', clinicId],
    queryFn: () => request<Clinic>('GET', path`/clinics/${clinicId}`),
    staleTime: 5 * 60_000,
  });

export const useClinic = (clinicId: string) => useSuspenseQuery(clinicQuery(clinicId)).data;
