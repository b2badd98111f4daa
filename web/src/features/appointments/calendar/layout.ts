import type { Appointment, Interval } from '@/lib/api/types';
import { addDays, type CalendarDay, dayIn, instantAt, minutesIn, startOfDay } from '@/lib/times';

/** What a visit is moved in. */
export const STEP_MINUTES = 5;

const DAY_MINUTES = 24 * 60;
/** What is shown where nobody works and nothing is booked. */
const USUAL_HOURS = { from: 8 * 60, to: 18 * 60 };
/** Shorter visits are drawn as long, so that there is room for a line of text, and count as long where they lie side by side. */
const LEAST_MINUTES = 15;

/** A part of a day by its clock, in minutes since midnight. */
export interface Stretch {
  from: number;
  to: number;
}

/** The part of an interval that falls on a day; nothing where none does. */
export function partOf(zone: string, day: CalendarDay, { start, end }: Interval): Stretch | undefined {
  const [dawn, dusk] = [Date.parse(startOfDay(zone, day)), Date.parse(startOfDay(zone, addDays(day, 1)))];
  const [first, last] = [Date.parse(start), Date.parse(end)];
  if (last <= dawn || first >= dusk) return undefined;
  const from = first <= dawn ? 0 : minutesIn(zone, start);
  const to = last >= dusk ? DAY_MINUTES : minutesIn(zone, end);
  // Where the clock is put back within a visit, its end may show an earlier time than its start.
  return { from, to: Math.max(to, from + 1) };
}

export interface Placed {
  appointment: Appointment;
  stretch: Stretch;
  /** Of several that overlap, which place beside the others, from 0. */
  lane: number;
  lanes: number;
}

/** A day's visits in order, each beside those it overlaps. */
export function place(zone: string, day: CalendarDay, appointments: Appointment[]): Placed[] {
  const parts = appointments.flatMap((appointment) => {
    const stretch = partOf(zone, day, appointment);
    return stretch ? [{ appointment, stretch: { from: stretch.from, to: Math.max(stretch.to, stretch.from + LEAST_MINUTES) } }] : [];
  });
  parts.sort((one, other) => one.stretch.from - other.stretch.from || other.stretch.to - one.stretch.to);
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let ends: number[] = [];
  const close = () => {
    group.forEach((member) => (member.lanes = ends.length));
    placed.push(...group);
    [group, ends] = [[], []];
  };
  for (const { appointment, stretch } of parts) {
    if (ends.every((end) => end <= stretch.from)) close();
    const free = ends.findIndex((end) => end <= stretch.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = stretch.to;
    group.push({ appointment, stretch, lane, lanes: 1 });
  }
  close();
  return placed;
}

/** From the first to the last whole hour in which anybody works or anything is booked. */
export function hoursShown(zone: string, days: CalendarDay[], intervals: Interval[]): Stretch {
  const parts = days.flatMap((day) => intervals.flatMap((interval) => partOf(zone, day, interval) ?? []));
  if (parts.length === 0) return USUAL_HOURS;
  return {
    from: Math.floor(Math.min(...parts.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...parts.map(({ to }) => to)) / 60) * 60,
  };
}

/** Where a visit begins that is let go this far down a day: on the nearest step, and never before the day or after it. */
export function startAt(zone: string, day: CalendarDay, minutes: number): string {
  const stepped = Math.round(minutes / STEP_MINUTES) * STEP_MINUTES;
  return instantAt(zone, day, Math.min(Math.max(stepped, 0), DAY_MINUTES - STEP_MINUTES));
}

/** Where somebody wants to begin reading: a little before now, or before the first visit of other days. */
export function firstLook(zone: string, days: CalendarDay[], appointments: Appointment[], now = Date.now()): number {
  const today = new Date(now).toISOString();
  if (days.includes(dayIn(zone, today))) return minutesIn(zone, today) - 60;
  const starts = days.flatMap((day) => appointments.flatMap((appointment) => partOf(zone, day, appointment)?.from ?? []));
  return Math.min(...starts, USUAL_HOURS.from) - 30;
}
