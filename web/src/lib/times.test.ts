import { renderHook } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, isCalendarDay, sameClock, useTimes } from './times';

test('tells the day it is in a zone, wherever the browser is', () => {
  expect(dayIn('Pacific/Kiritimati', '2026-03-01T10:00:00Z')).toBe('2026-03-02');
  expect(dayIn('Pacific/Pago_Pago', '2026-03-01T10:00:00Z')).toBe('2026-02-28');
});

test('counts days over months, leap days and changes of the clock', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('takes nothing for a day but a day', () => {
  expect(isCalendarDay('2026-12-31')).toBe(true);
  for (const other of ['2026-13-01', '2026-1-1', '31.12.2026', '', 20261231, undefined]) expect(isCalendarDay(other)).toBe(false);
});

test('compares clocks and not names', () => {
  expect(sameClock('Europe/Berlin', 'Europe/Paris', '2026-07-01T12:00:00Z')).toBe(true);
  expect(sameClock('Europe/London', 'UTC', '2026-01-01T12:00:00Z')).toBe(true);
  expect(sameClock('Europe/London', 'UTC', '2026-07-01T12:00:00Z')).toBe(false);
});

describe('writes an instant', () => {
  const times = (zone: string) => renderHook(() => useTimes(zone)).result.current;

  test('in the zone it is given', () => {
    expect(times('Asia/Kathmandu').time('2026-05-01T00:00:00Z')).toMatch(/^0?5:45/);
    expect(times('America/New_York').range('2026-05-01T13:00:00Z', '2026-05-01T13:30:00Z')).toMatch(/9:00.*9:30/);
  });

  test('with the zone by its city and its distance at that time', () => {
    expect(times('America/New_York').zoneName('2026-01-01T00:00:00Z')).toBe('New York time, GMT-5');
    expect(times('America/New_York').zoneName('2026-07-01T00:00:00Z')).toBe('New York time, GMT-4');
    expect(times('UTC').zoneName('2026-01-01T00:00:00Z')).toBe('UTC');
  });

  test('as a day that no zone moves', () => {
    expect(times('Pacific/Pago_Pago').weekday('2026-11-24')).toBe('Tuesday');
  });
});
