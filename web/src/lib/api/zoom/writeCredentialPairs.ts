import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { CredentialPair, ZoomApp } from '../types';
import { zoomAppKey, zoomAppPath } from './readZoomApp';

interface EnteredPair {
  clientId: string;
  /** Left out: the one stays that is stored for this client id. */
  clientSecret?: string;
}

/** Both pairs, whole: a development pair left out goes. */
export interface CredentialPairsChange {
  production: EnteredPair;
  development?: EnteredPair;
  inUse: CredentialPair;
}

export function useWriteCredentialPairs(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CredentialPairsChange) => request<ZoomApp>('PUT', `${zoomAppPath(clinicId)}/app/pairs`, { body }),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: zoomAppKey(clinicId) }),
  });
}
