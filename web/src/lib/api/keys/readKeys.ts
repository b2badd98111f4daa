import { useQuery } from '@tanstack/react-query';
import { request } from '../client';
import type { Keys } from '../types';

/** Read again while there is something left to encrypt anew. */
export const useKeys = () =>
  useQuery({
    queryKey: ['installation', 'keys'],
    queryFn: () => request<Keys>('GET', '/installation/keys'),
    refetchInterval: ({ state }) => (state.data?.left ? 5_000 : false),
  });
