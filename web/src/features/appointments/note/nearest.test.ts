import { expect, it } from 'vitest';
import { nearest } from './nearest';

const slot = (start: string) => ({ start, end: start, doctorId: 'd' });
const before = '2027-03-26T08:00:00Z'; // 9:00 in Berlin, before the clocks change

it('keeps the time of day through a clock change', () => {
  const slots = [slot('2027-04-02T06:00:00Z'), slot('2027-04-02T07:00:00Z'), slot('2027-04-02T08:00:00Z')];
  expect(nearest(slots, '2027-04-02', before, 'Europe/Berlin')?.start).toBe('2027-04-02T07:00:00Z');
});

it('goes on to the next day that has a time', () => {
  const slots = [slot('2027-04-05T12:00:00Z'), slot('2027-04-06T07:00:00Z')];
  expect(nearest(slots, '2027-04-02', before, 'Europe/Berlin')?.start).toBe('2027-04-05T12:00:00Z');
});

it('proposes nothing where nothing is free', () => {
  expect(nearest([], '2027-04-02', before, 'Europe/Berlin')).toBeUndefined();
});
