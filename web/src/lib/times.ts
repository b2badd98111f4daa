import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** A calendar day, `YYYY-MM-DD`, in whatever zone its context names. */
export type CalendarDay = string;

export const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const allZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

export function dayIn(zone: string, instant: string | number | Date): CalendarDay {
  return formatter('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The instant at which the clock of a zone shows so many minutes after the midnight that a day begins with. */
export function instantAt(zone: string, day: CalendarDay, minutes: number): string {
  const utc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const offset = (instant: number) => {
    const wall = formatter('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
    return Date.parse(`${wall.replace(' ', 'T')}Z`) - instant;
  };
  // Twice, because the first guess may lie on the other side of a clock change.
  const guess = utc - offset(utc);
  return new Date(utc - offset(guess)).toISOString();
}

/** The instant at which a day begins in a zone. */
export const startOfDay = (zone: string, day: CalendarDay) => instantAt(zone, day, 0);

/** What the clock of a zone shows, in minutes since midnight. */
export function minutesIn(zone: string, instant: string): number {
  const [hours = 0, minutes = 0] = formatter('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .format(new Date(instant))
    .split(':')
    .map(Number);
  return hours * 60 + minutes;
}

/** The Monday of a day's week. */
export function mondayOf(day: CalendarDay): CalendarDay {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export const shiftBy = (instant: string, millis: number) => new Date(Date.parse(instant) + millis).toISOString();

export const isCalendarDay = (text: unknown): text is CalendarDay =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The same wall clock now, whatever the zones are called. */
export function sameClock(one: string, other: string, at: string): boolean {
  const wall = (timeZone: string) => formatter('en', { timeZone, dateStyle: 'short', timeStyle: 'long', hourCycle: 'h23' }).format(new Date(at));
  const strip = (text: string) => text.replace(/ [^ ]+$/, '');
  return strip(wall(one)) === strip(wall(other));
}

/** Of the browser's regional variants of the language shown (24 or 12 hours), the reader's own. */
function readerLocale(language: string): string {
  return navigator.languages.find((locale) => locale.split('-')[0] === language.split('-')[0]) ?? language;
}

/** Writes instants as the reader's language does, in the zone given. */
export function useTimes(zone: string) {
  const { t, i18n } = useTranslation('common');
  const locale = readerLocale(i18n.language);

  return useMemo(() => {
    const write = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
      formatter(locale, { timeZone: zone, ...options }).format(new Date(instant));
    const part = (instant: string) =>
      formatter(locale, { timeZone: zone, timeZoneName: 'shortOffset' })
        .formatToParts(new Date(instant))
        .find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return {
      time: write({ hour: 'numeric', minute: '2-digit' }),
      date: write({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      shortDate: write({ weekday: 'short', day: 'numeric', month: 'short' }),
      exact: write({ dateStyle: 'medium', timeStyle: 'medium' }),
      dateTime: write({ weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
      range: (start: string, end: string) =>
        formatter(locale, { timeZone: zone, hour: 'numeric', minute: '2-digit' }).formatRange(new Date(start), new Date(end)),
      /** A full hour of the day, where no date goes with it. */
      hour: (minutes: number) => formatter(locale, { timeZone: 'UTC', hour: 'numeric' }).format(minutes * 60_000),
      /** "Berlin time, GMT+1" */
      zoneName: (at: string) =>
        zone === 'UTC' ? zone : t('zone', { city: zone.split('/').pop()?.replaceAll('_', ' ') ?? zone, offset: part(at) }),
      weekday: (day: CalendarDay) => formatter(locale, { timeZone: 'UTC', weekday: 'long' }).format(new Date(`${day}T00:00:00Z`)),
      day: (day: CalendarDay) => formatter(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${day}T00:00:00Z`)),
      fullDay: (day: CalendarDay) => formatter(locale, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(`${day}T00:00:00Z`)),
      shortDay: (day: CalendarDay) => formatter(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${day}T00:00:00Z`)),
    };
  }, [locale, t, zone]);
}
