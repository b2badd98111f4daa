import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Visit } from '../types';

export const visitKey = (token: string) => ['visits', token];

export const useVisit = (token: string, live: boolean) =>
  useQuery({
    queryKey: visitKey(token),
    queryFn: () => request<Visit>('GET', path`/visits/${token}`),
    refetchInterval: live ? 60_000 : 10_000,
  });
