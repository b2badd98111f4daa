import { useMutation, useQueryClient } from '@tanstack/react-query';
import { slotsKey } from '../availability/listSlots';
import { path, request } from '../client';
import type { Appointment, Mode } from '../types';
import type { Override } from './bookAppointment';
import { appointmentsKey } from './listAppointments';

export interface Change {
  start?: string;
  doctorId?: string;
  serviceId?: string;
  mode?: Mode;
  override?: Override;
}

const changeAppointment = (clinicId: string, { id, version }: Appointment, body: Change) =>
  request<Appointment>('PATCH', path`/clinics/${clinicId}/appointments/${id}`, { body, headers: { 'If-Match': `"${version}"` } });

/** Of whichever appointment; the version seen goes along, so that nobody decides on what is no more. */
export function useChangeAnyAppointment(clinicId: string) {
  const refresh = useRefresh(clinicId);
  return useMutation({
    mutationFn: ({ appointment, change }: { appointment: Appointment; change: Change }) => changeAppointment(clinicId, appointment, change),
    onSettled: refresh,
  });
}

export function useChangeAppointment(clinicId: string, appointment: Appointment) {
  const refresh = useRefresh(clinicId);
  return useMutation({ mutationFn: (change: Change) => changeAppointment(clinicId, appointment, change), onSettled: refresh });
}

function useRefresh(clinicId: string) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: slotsKey(clinicId) });
    return queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
  };
}
