import type { AppointmentStatus } from '@/lib/api/types';
import { addDays, isCalendarDay } from '@/lib/times';

export const appointmentStatuses: AppointmentStatus[] = ['BOOKED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW'];

/** The list's filters as they stand in the address. */
export interface ListSearch {
  from?: string;
  to?: string;
  doctorId?: string;
  status?: AppointmentStatus;
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const status = appointmentStatuses.find((known) => known === search.status);
  return {
    ...(isCalendarDay(search.from) && { from: search.from }),
    ...(isCalendarDay(search.to) && { to: search.to }),
    ...(typeof search.doctorId === 'string' && { doctorId: search.doctorId }),
    ...(status && { status }),
  };
}

/** What is still to come with a doctor, as far ahead as anything is booked. */
export const futureVisitsOf = (doctorId: string, today: string): ListSearch => ({ doctorId, from: today, to: addDays(today, 366), status: 'BOOKED' });

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
