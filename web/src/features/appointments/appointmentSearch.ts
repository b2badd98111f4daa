import type { Appointment, AppointmentStatus, Mode } from '@/lib/api/types';
import { isCalendarDay } from '@/lib/times';

export const appointmentStatuses: AppointmentStatus[] = ['BOOKED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW'];
export const modes: Mode[] = ['VIDEO', 'IN_PERSON'];

export const views = ['list', 'day', 'week'] as const;
export type View = (typeof views)[number];

/** Filters and view as they stand in the address. */
export interface ListSearch {
  view?: View;
  /** The day shown, or one of the week shown. */
  day?: string;
  from?: string;
  to?: string;
  doctorId?: string[];
  status?: AppointmentStatus[];
  serviceId?: string;
  mode?: Mode;
  query?: string;
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const view = views.find((known) => known === search.view);
  const status = appointmentStatuses.filter((known) => several(search.status).includes(known));
  const doctorId = several(search.doctorId).filter((id) => typeof id === 'string');
  const mode = modes.find((known) => known === search.mode);
  return {
    ...(view && { view }),
    ...(isCalendarDay(search.day) && { day: search.day }),
    ...(isCalendarDay(search.from) && { from: search.from }),
    ...(isCalendarDay(search.to) && { to: search.to }),
    ...(doctorId.length > 0 && { doctorId }),
    ...(status.length > 0 && { status }),
    ...(typeof search.serviceId === 'string' && { serviceId: search.serviceId }),
    ...(mode && { mode }),
    // An address has no types: a number may be meant as words.
    ...((typeof search.query === 'string' || typeof search.query === 'number') && search.query !== '' && { query: String(search.query) }),
  };
}

/** One value or several, as addresses have them. */
const several = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** In a calendar what was called off only stands in the way, unless it is asked for. */
export const isShown = ({ status, serviceId, mode }: ListSearch) => (appointment: Appointment) =>
  (status ? status.includes(appointment.status) : appointment.status !== 'CANCELLED') &&
  (!serviceId || appointment.serviceId === serviceId) &&
  (!mode || appointment.mode === mode);

/** What has been chosen so far on the way to a booking. */
export interface BookSearch {
  serviceId?: string;
  doctorId?: string;
  patientId?: string;
}

export function readBookSearch(search: Record<string, unknown>): BookSearch {
  const text = (name: keyof BookSearch) => (typeof search[name] === 'string' ? { [name]: search[name] } : {});
  return { ...text('serviceId'), ...text('doctorId'), ...text('patientId') };
}
