import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import { connectionKey } from './readConnection';

/** Moves the Zoom user to the doctor, or leaves it with whoever has it. */
export function useDecideRelink(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: boolean) => request<void>(move ? 'POST' : 'DELETE', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/relink`),
    // Also where it was too late: then there is nothing left to decide.
    onSettled: () => queries.invalidateQueries({ queryKey: connectionKey(clinicId, doctorId) }),
  });
}
