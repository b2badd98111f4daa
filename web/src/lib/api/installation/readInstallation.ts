import { queryOptions } from '@tanstack/react-query';
import { request } from '../client';
import type { Installation } from '../types';

/** Claimed once, it stays so. */
export const installationQuery = queryOptions({
  queryKey: ['installation'],
  queryFn: () => request<Installation>('GET', '/installation'),
  staleTime: ({ state }) => (state.data?.claimed ? Number.POSITIVE_INFINITY : 0),
});
