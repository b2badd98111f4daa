import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { Publisher } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

export const usePublisher = (clinicId?: string) =>
  useQuery({
    queryKey: [...marketplaceKey(clinicId), 'publisher'],
    queryFn: () => request<Publisher>('GET', `${marketplacePath(clinicId)}/publisher`),
    refetchOnWindowFocus: false,
  });

export function useWritePublisher(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (publisher: Publisher) => request<Publisher>('PUT', `${marketplacePath(clinicId)}/publisher`, { body: publisher }),
    onSuccess: () => queries.invalidateQueries({ queryKey: marketplaceKey(clinicId) }),
  });
}
