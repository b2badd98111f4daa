import { expect, test } from 'vitest';
import type { WeeklyHours } from '@/lib/api/types';
import { otherHoursFrom, periodsOf, weeklyOf } from './periods';

const monday: WeeklyHours = { day: 'MONDAY', from: '09:00', to: '12:00' };
const night: WeeklyHours = { day: 'FRIDAY', from: '22:00', to: '02:00' };

test('groups hours by when they hold, and loses none', () => {
  const stored: WeeklyHours[] = [{ ...night, validFrom: '2030-07-01', validUntil: '2030-08-31' }, monday, { ...monday, validFrom: '2030-07-01', validUntil: '2030-08-31' }];
  const periods = periodsOf(stored);
  expect(periods).toEqual([{ weekly: [monday] }, { validFrom: '2030-07-01', validUntil: '2030-08-31', weekly: [night, monday] }]);
  expect(weeklyOf(periods)).toEqual([monday, stored[0], stored[2]]);
});

test('offers a week to fill in where there is none', () => {
  expect(periodsOf([])).toEqual([{ weekly: [] }]);
});

test('ends what holds the day before other hours begin', () => {
  expect(otherHoursFrom([{ weekly: [monday] }], '2030-03-01')).toEqual([
    { validUntil: '2030-02-28', weekly: [monday] },
    { validFrom: '2030-03-01', weekly: [monday] },
  ]);
});

test('leaves periods that are over, or begin later, as they are', () => {
  const past = { validUntil: '2029-12-31', weekly: [monday] };
  const later = { validFrom: '2031-01-01', weekly: [night] };
  expect(otherHoursFrom([past, later], '2030-03-01')).toEqual([past, later, { validFrom: '2030-03-01', weekly: [night] }]);
});
