import type { WeeklyHours } from '@/lib/api/types';
import { addDays, type CalendarDay } from '@/lib/times';

/** Weekly hours that hold from one date to another; without dates, always. */
export interface Period {
  validFrom?: CalendarDay;
  validUntil?: CalendarDay;
  weekly: WeeklyHours[];
}

const bare = ({ day, from, to }: WeeklyHours): WeeklyHours => ({ day, from, to });

/** By when they hold, the earliest first. There is always one to fill in. */
export function periodsOf(weekly: WeeklyHours[]): Period[] {
  const periods = new Map<string, Period>();
  for (const hours of weekly) {
    const { validFrom, validUntil } = hours;
    const key = `${validFrom ?? ''}/${validUntil ?? ''}`;
    const period = periods.get(key) ?? { ...(validFrom && { validFrom }), ...(validUntil && { validUntil }), weekly: [] };
    period.weekly.push(bare(hours));
    periods.set(key, period);
  }
  const sorted = [...periods.values()].toSorted((one, other) => (one.validFrom ?? '').localeCompare(other.validFrom ?? ''));
  return sorted.length > 0 ? sorted : [{ weekly: [] }];
}

export const weeklyOf = (periods: Period[]): WeeklyHours[] =>
  periods.flatMap(({ validFrom, validUntil, weekly }) => weekly.map((hours) => ({ ...bare(hours), ...(validFrom && { validFrom }), ...(validUntil && { validUntil }) })));

/** Other hours from a date on: those that would reach it end the day before, and their copy is there to be changed. */
export function otherHoursFrom(periods: Period[], date: CalendarDay): Period[] {
  const reaches = ({ validFrom, validUntil }: Period) => (validFrom === undefined || validFrom < date) && (validUntil === undefined || validUntil >= date);
  const last = periods.findLast(reaches);
  const next: Period = { validFrom: date, ...(last?.validUntil && { validUntil: last.validUntil }), weekly: (last ?? periods.at(-1))?.weekly.map(bare) ?? [] };
  return [...periods.map((period) => (reaches(period) ? { ...period, validUntil: addDays(date, -1) } : period)), next];
}
