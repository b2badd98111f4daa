import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';

export interface MappedZoomUser {
  /** Id or address; empty: nobody. */
  zoomUser: string;
  meetingsAtOnce: number;
}

const mapZoomUser = (clinicId: string, doctorId: string, user: MappedZoomUser) =>
  request<void>('PUT', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/user`, { body: user });

export function useMapZoomUser(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (user: MappedZoomUser) => mapZoomUser(clinicId, doctorId, user),
    // All of them: what a user can run counts for every doctor who is mapped to it.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clinics', clinicId, 'connections'] }),
  });
}
