import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { DomainCodes, DomainLookup, DomainProof } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const key = (clinicId?: string) => [...marketplaceKey(clinicId), 'domain'];
const url = (clinicId?: string) => `${marketplacePath(clinicId)}/domain`;

export const useDomainProof = (clinicId?: string) =>
  useQuery({ queryKey: key(clinicId), queryFn: () => request<DomainProof>('GET', url(clinicId)), refetchOnWindowFocus: false });

export function useWriteDomainProof(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (codes: DomainCodes) => request<DomainProof>('PUT', url(clinicId), { body: codes }),
    onSuccess: (proof) => queries.setQueryData(key(clinicId), proof),
  });
}

export const useLookUpRecord = (clinicId?: string) => useMutation({ mutationFn: () => request<DomainLookup>('PUT', `${url(clinicId)}/lookup`) });
