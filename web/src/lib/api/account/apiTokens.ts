import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ApiToken, Items, MintedToken, Permission } from '../types';

const key = ['account', 'api-tokens'];

export interface NewToken {
  name: string;
  days: number;
  /** Left out: all that its owner may. */
  scope?: Permission[];
}

export const useApiTokens = () => useQuery({ queryKey: key, queryFn: () => request<Items<ApiToken>>('GET', '/api-tokens') });

export function useCreateApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewToken) => request<MintedToken>('POST', '/api-tokens', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export function useRevokeApiToken() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', path`/api-tokens/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
