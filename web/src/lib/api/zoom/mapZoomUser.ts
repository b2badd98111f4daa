import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import { connectionKey } from './readConnection';

const mapZoomUser = (clinicId: string, doctorId: string, zoomUser: string) =>
  request<void>('PUT', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/user`, { body: { zoomUser } });

export function useMapZoomUser(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (zoomUser: string) => mapZoomUser(clinicId, doctorId, zoomUser),
    onSuccess: () => queries.invalidateQueries({ queryKey: connectionKey(clinicId, doctorId) }),
  });
}
