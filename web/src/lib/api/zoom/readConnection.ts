import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Connection } from '../types';

export const connectionKey = (clinicId: string, doctorId: string) => ['clinics', clinicId, 'connections', doctorId];

export const useConnection = (clinicId: string, doctorId: string, enabled = true) =>
  useQuery({
    queryKey: connectionKey(clinicId, doctorId),
    queryFn: () => request<Connection>('GET', path`/clinics/${clinicId}/doctors/${doctorId}/zoom`),
    enabled,
  });
