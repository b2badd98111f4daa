import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, OpenSession } from '../types';

export const sessionsKey = ['account', 'sessions'];

export const useSessions = () => useQuery({ queryKey: sessionsKey, queryFn: () => request<Items<OpenSession>>('GET', '/account/sessions') });

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('DELETE', path`/account/sessions/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }),
  });
}
