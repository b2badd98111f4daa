import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';

/** Names are shown in appointments, too. */
export function useRenameStaff(clinicId: string, staffId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => request<void>('PUT', path`/clinics/${clinicId}/staff/${staffId}/name`, { body: { name } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['clinics', clinicId] }),
  });
}
