import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import { connectionKey } from './readConnection';

/** Has the connected account looked at once more; what is found comes by itself. */
export function useCheckConnection(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/check`),
    onSuccess: () => queries.invalidateQueries({ queryKey: connectionKey(clinicId, doctorId) }),
  });
}
