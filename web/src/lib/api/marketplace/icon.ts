import { useMutation, useQueryClient } from '@tanstack/react-query';
import { base64Of } from '@/lib/fileText';
import { request } from '../client';
import { marketplaceKey, marketplacePath } from './marketplacePath';

/** Puts an icon in place of the made one; none: back to that. */
export function useChangeIcon(clinicId?: string) {
  const queries = useQueryClient();
  const url = `${marketplacePath(clinicId)}/icon`;
  return useMutation({
    mutationFn: async (file?: File) => (file ? request<void>('PUT', url, { body: { png: await base64Of(file) } }) : request<void>('DELETE', url)),
    onSuccess: () => queries.invalidateQueries({ queryKey: marketplaceKey(clinicId) }),
  });
}
