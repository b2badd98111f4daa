import { useMutation, useQueryClient } from '@tanstack/react-query';
import { slotsKey } from '../availability/listSlots';
import { path, request } from '../client';
import type { Appointment } from '../types';
import { appointmentKey } from './readAppointment';
import { appointmentsKey } from './listAppointments';

export interface Booking {
  doctorId: string;
  serviceId: string;
  patientId: string;
  start: string;
  /** The viewer's own hold on this time. */
  holdId?: string;
  override?: Override;
}

/** Why the clinic's rules, or somebody else's time, do not count. */
export interface Override {
  reason: string;
}

const bookAppointment = (clinicId: string, body: Booking) => request<Appointment>('POST', path`/clinics/${clinicId}/appointments`, { body });

export function useBookAppointment(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (booking: Booking) => bookAppointment(clinicId, booking),
    onSuccess: (booked) => {
      queries.setQueryData(appointmentKey(clinicId, booked.id), booked);
      void queries.invalidateQueries({ queryKey: [...appointmentsKey(clinicId), 'list'] });
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: slotsKey(clinicId) }),
  });
}
