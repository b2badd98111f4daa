import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import { connectionKey } from './readConnection';

const disconnectZoom = (clinicId: string, doctorId: string, removeMeetings: boolean) =>
  request<void>('DELETE', path`/clinics/${clinicId}/doctors/${doctorId}/zoom`, { query: { removeMeetings: String(removeMeetings) } });

export function useDisconnectZoom(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (removeMeetings: boolean) => disconnectZoom(clinicId, doctorId, removeMeetings),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
      return queries.invalidateQueries({ queryKey: connectionKey(clinicId, doctorId) });
    },
  });
}
