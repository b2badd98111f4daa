import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import { useLive } from '../clinicEvents';
import type { Connection } from '../types';

const LOOK_AGAIN_MS = 15_000;

export const connectionKey = (clinicId: string, doctorId: string) => ['clinics', clinicId, 'connections', doctorId];

export function useConnection(clinicId: string, doctorId: string) {
  const live = useLive();
  return useQuery({
    queryKey: connectionKey(clinicId, doctorId),
    queryFn: () => request<Connection>('GET', path`/clinics/${clinicId}/doctors/${doctorId}/zoom`),
    refetchInterval: live ? false : LOOK_AGAIN_MS,
  });
}
