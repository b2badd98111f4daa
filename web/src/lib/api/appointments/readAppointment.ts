import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment } from '../types';
import { appointmentsKey } from './listAppointments';

export const appointmentKey = (clinicId: string, id: string) => [...appointmentsKey(clinicId), id];

/** Polls only where the live stream cannot be relied on, and fast only while the meeting is on its way. */
export const useAppointment = (clinicId: string, id: string, live: boolean) =>
  useQuery({
    queryKey: appointmentKey(clinicId, id),
    queryFn: () => request<Appointment>('GET', path`/clinics/${clinicId}/appointments/${id}`),
    refetchInterval: ({ state }) => (live ? 60_000 : state.data?.meeting?.status === 'PENDING' ? 3_000 : 15_000),
  });
