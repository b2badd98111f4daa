import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Visit } from '../types';

export const visitKey = (token: string) => ['visits', token];

export const useVisit = (token: string, live: boolean) =>
  useQuery({
    queryKey: visitKey(token),
    queryFn: () => request<Visit>('GET', path`/visits/${token}`),
    // A link that was withdrawn stays so.
    refetchInterval: ({ state }) => (state.error?.status === 404 ? false : live ? 60_000 : 10_000),
  });
