import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../client';
import type { Clinic, Items } from '../types';

export const clinicsQuery = queryOptions({
  queryKey: ['clinics'],
  queryFn: () => request<Items<Clinic>>('GET', '/clinics'),
  staleTime: 60_000,
});

export const useClinics = () => useQuery(clinicsQuery);
