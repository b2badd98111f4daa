import { expect, test } from 'vitest';
import type { Appointment, AppointmentStatus } from '@/lib/api/types';
import { minutesLate, queueOf } from './queue';
import { stepsOf } from './visitSteps';

const visit = (id: string, status: AppointmentStatus, start: string) => {
  const begins = `2026-11-24T${start}:00Z`;
  return { id, status, start: begins, end: new Date(Date.parse(begins) + 30 * 60_000).toISOString() } as Appointment;
};
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

test('puts whoever waits first, then what is going on, then what comes next, and last what is over', () => {
  const queue = queueOf([
    visit('over', 'COMPLETED', '08:00'),
    visit('second', 'BOOKED', '11:00'),
    visit('first', 'BOOKED', '10:00'),
    visit('late waiting', 'CHECKED_IN', '10:30'),
    visit('waiting', 'CHECKED_IN', '09:30'),
    visit('called off', 'CANCELLED', '12:00'),
    visit('now', 'IN_PROGRESS', '09:00'),
    visit('forgotten', 'BOOKED', '08:30'),
    visit('never ended', 'IN_PROGRESS', '08:00'),
  ], at('09:50'));
  expect(queue.map(({ part, visits }) => [part, visits.map(({ id }) => id)])).toEqual([
    ['waiting', ['waiting', 'late waiting']],
    ['inProgress', ['now']],
    ['toClose', ['never ended', 'forgotten']],
    ['next', ['first', 'second']],
    ['done', ['over', 'called off']],
  ]);
});

test('counts a visit as late until it begins', () => {
  expect(minutesLate(visit('a', 'BOOKED', '10:00'), at('10:12'))).toBe(12);
  expect(minutesLate(visit('a', 'CHECKED_IN', '10:00'), at('10:12'))).toBe(12);
  expect(minutesLate(visit('a', 'IN_PROGRESS', '10:00'), at('10:12'))).toBe(0);
  expect(minutesLate(visit('a', 'BOOKED', '10:00'), at('09:59'))).toBe(0);
});

test('offers the steps that the visit’s life has, and misses nothing that has not begun', () => {
  const names = (status: AppointmentStatus, now: string) => stepsOf(visit('a', status, '10:00'), at(now)).map(({ name }) => name);
  expect(names('BOOKED', '09:30')).toEqual(['checkIn', 'begin']);
  expect(names('BOOKED', '10:00')).toEqual(['checkIn', 'begin', 'complete', 'noShow']);
  expect(names('CHECKED_IN', '09:30')).toEqual(['begin', 'undoCheckIn']);
  expect(names('BOOKED', '11:00')).toEqual(['complete', 'noShow', 'checkIn', 'begin']);
  expect(names('IN_PROGRESS', '10:30')).toEqual(['complete', 'noShow', 'undoBegin']);
  expect(names('IN_PROGRESS', '09:30')).toEqual(['complete', 'undoBegin']);
  expect(names('NO_SHOW', '11:00')).toEqual(['reopen']);
  expect(names('CANCELLED', '11:00')).toEqual([]);
});
