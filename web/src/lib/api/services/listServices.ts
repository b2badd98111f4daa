import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, Service } from '../types';

export const servicesKey = (clinicId: string) => ['clinics', clinicId, 'services'];

export const useServices = (clinicId: string) =>
  useQuery({
    queryKey: servicesKey(clinicId),
    queryFn: () => request<Items<Service>>('GET', path`/clinics/${clinicId}/services`, { query: { limit: 200 } }),
    staleTime: 30_000,
  });
