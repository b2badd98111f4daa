import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment, DoctorDays, HolidayStretch } from '../types';
import { appointmentsKey } from './listAppointments';

export interface Calendar {
  appointments: Appointment[];
  /** Who can be booked when; patients are not told. */
  doctors: DoctorDays[];
  holidays: HolidayStretch[];
}

/** Days are `YYYY-MM-DD` in the clinic's zone, both included, at most 42. */
export interface CalendarSearch {
  from: string;
  to: string;
  doctorId?: string[];
}

export const useCalendar = (clinicId: string, search: CalendarSearch) =>
  useQuery({
    queryKey: [...appointmentsKey(clinicId), 'calendar', search],
    queryFn: ({ signal }) => request<Calendar>('GET', path`/clinics/${clinicId}/calendar`, { query: { ...search }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
