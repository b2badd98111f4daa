import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, SignOnBegun, SignOnLink } from '../types';

const key = ['account', 'single-sign-on'];

export const useSignOnLinks = () => useQuery({ queryKey: key, queryFn: () => request<Items<SignOnLink>>('GET', '/account/single-sign-on') });

export const useLinkSignOn = () => useMutation({ mutationFn: (clinicId: string) => request<SignOnBegun>('POST', path`/account/single-sign-on/${clinicId}`) });

export function useUnlinkSignOn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (clinicId: string) => request<void>('DELETE', path`/account/single-sign-on/${clinicId}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
