import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';

/** Ends what somebody may do in the clinic, in whatever roles. */
export function useLetLeave(clinicId: string, staffId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/staff/${staffId}/departure`),
    // Not waited for: the row that asked goes with the new list, and what it does next must come first.
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['clinics', clinicId] }),
  });
}
