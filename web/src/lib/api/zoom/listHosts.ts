import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { DoctorHost, Items } from '../types';

/** How Zoom knows each doctor, and what is amiss with it. */
export const useHosts = (clinicId: string) =>
  useQuery({
    queryKey: ['clinics', clinicId, 'connections', 'hosts'],
    queryFn: () => request<Items<DoctorHost>>('GET', path`/clinics/${clinicId}/zoom/hosts`),
  });
