import { expect, test } from 'vitest';
import type { Appointment } from '@/lib/api/types';
import { isShown, readBookSearch, readListSearch } from './appointmentSearch';

test('reads the filters of an address and drops what is none', () => {
  expect(readListSearch({ from: '2026-11-24', to: 'tomorrow', status: 'BOOKED', doctorId: 'd', page: 2 })).toEqual({
    from: '2026-11-24',
    status: ['BOOKED'],
    doctorId: ['d'],
  });
  expect(readListSearch({ status: 'GONE', doctorId: 7, view: 'month', mode: 'PHONE', query: '' })).toEqual({});
  expect(readListSearch({ status: ['NO_SHOW', 'GONE', 'BOOKED'], doctorId: ['d', 'e', 3], query: 555 })).toEqual({
    status: ['BOOKED', 'NO_SHOW'],
    doctorId: ['d', 'e'],
    query: '555',
  });
});

test('keeps what was chosen on the way to a booking', () => {
  expect(readBookSearch({ serviceId: 's', patientId: 1, other: 'x' })).toEqual({ serviceId: 's' });
});

test('leaves out of a calendar what was called off, unless it is asked for', () => {
  const cancelled = { status: 'CANCELLED', mode: 'VIDEO', serviceId: 's' } as Appointment;
  expect(isShown({})(cancelled)).toBe(false);
  expect(isShown({ status: ['CANCELLED'] })(cancelled)).toBe(true);
  expect(isShown({})({ ...cancelled, status: 'BOOKED' })).toBe(true);
  expect(isShown({ mode: 'IN_PERSON' })({ ...cancelled, status: 'BOOKED' })).toBe(false);
});
