import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';

/** Ends what somebody may do in the clinic, in whatever roles. */
export function useLetLeave(clinicId: string, staffId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/staff/${staffId}/departure`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clinics', clinicId] }),
  });
}
