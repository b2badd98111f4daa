import type { Calendar } from '@/lib/api/appointments/readCalendar';
import type { Appointment, Interval } from '@/lib/api/types';
import { partOf } from './layout';

export interface Column {
  key: string;
  day: string;
  /** Where the column is one doctor's. */
  doctorId?: string;
  title: string;
  /** What somebody reads who does not see the columns beside it. */
  label: string;
  appointments: Appointment[];
  open: Interval[];
  away: { during: Interval; reason?: string }[];
  holidays: string[];
}

interface Words {
  zone: string;
  day: (day: string) => string;
  shortDay: (day: string) => string;
}

/** A day has a column for every doctor who works or is booked on it; several days have one each. */
export function columnsOf(days: string[], calendar: Calendar, times: Words): Column[] {
  const [only, ...more] = days;
  return only !== undefined && more.length === 0 ? doctorColumns(only, calendar, times) : days.map((day) => dayColumn(day, calendar, times));
}

const holidaysOn = (day: string, { holidays }: Calendar, { zone }: Words) => holidays.filter(({ during }) => partOf(zone, day, during)).map(({ name }) => name);

function dayColumn(day: string, calendar: Calendar, times: Words): Column {
  const { appointments, doctors } = calendar;
  const [one, ...others] = doctors;
  return {
    key: day,
    day,
    title: times.shortDay(day),
    label: times.day(day),
    appointments,
    open: doctors.flatMap(({ open }) => open),
    // Of several, one is away and another is not.
    away: one && others.length === 0 ? one.timeOff : [],
    holidays: holidaysOn(day, calendar, times),
  };
}

function doctorColumns(day: string, calendar: Calendar, times: Words): Column[] {
  const on = (intervals: Interval[]) => intervals.some((interval) => partOf(times.zone, day, interval));
  const known = calendar.doctors.map(({ doctorId, name, open, timeOff }) => ({ doctorId, name, open, away: timeOff }));
  // Somebody who has left, whose visits are still there.
  const strangers = calendar.appointments.filter(({ doctorId }) => !known.some((doctor) => doctor.doctorId === doctorId));
  const left = [...new Map(strangers.map(({ doctorId, doctorName }) => [doctorId, { doctorId, name: doctorName, open: [], away: [] }])).values()];
  const all = [...known, ...left].map((doctor) => ({ ...doctor, appointments: calendar.appointments.filter(({ doctorId }) => doctorId === doctor.doctorId) }));
  const there = all.filter(({ open, appointments }) => on(open) || on(appointments));
  const columns = (there.length > 0 ? there : all).map(({ doctorId, name, open, away, appointments }) => ({
    key: doctorId,
    day,
    doctorId,
    title: name,
    label: name,
    appointments,
    open,
    away,
    holidays: holidaysOn(day, calendar, times),
  }));
  return columns.length > 0 ? columns : [{ ...dayColumn(day, calendar, times), title: times.shortDay(day) }];
}
