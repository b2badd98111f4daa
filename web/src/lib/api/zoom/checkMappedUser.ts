import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';

/** Has the user of the clinic's account tried out once more whom a doctor is mapped to; what is found comes by itself. */
export function useCheckMappedUser(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/user/check`),
    // All of them: doctors may share the user.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clinics', clinicId, 'connections'] }),
  });
}
