import { useMutation, useQueryClient } from '@tanstack/react-query';
import { slotsKey } from '../availability/listSlots';
import { path, request } from '../client';
import type { Appointment } from '../types';
import { appointmentsKey } from './listAppointments';

export interface Change {
  start?: string;
  doctorId?: string;
}

const changeAppointment = (clinicId: string, { id, version }: Appointment, body: Change) =>
  request<Appointment>('PATCH', path`/clinics/${clinicId}/appointments/${id}`, { body, headers: { 'If-Match': `"${version}"` } });

export function useChangeAppointment(clinicId: string, appointment: Appointment) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) => changeAppointment(clinicId, appointment, change),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: slotsKey(clinicId) });
      return queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
    },
  });
}
