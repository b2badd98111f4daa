import { expect, test } from 'vitest';
import { minutesOf, spanOf } from './span';

test('says a length of time in the largest unit that fits', () => {
  expect(spanOf(45)).toEqual({ amount: '45', unit: 'minutes' });
  expect(spanOf(90)).toEqual({ amount: '90', unit: 'minutes' });
  expect(spanOf(120)).toEqual({ amount: '2', unit: 'hours' });
  expect(spanOf(36 * 60)).toEqual({ amount: '36', unit: 'hours' });
  expect(spanOf(48 * 60)).toEqual({ amount: '2', unit: 'days' });
  expect(spanOf(0)).toEqual({ amount: '0', unit: 'hours' });
});

test('comes back to the same minutes', () => {
  for (const minutes of [0, 1, 59, 60, 61, 1439, 1440, 43_200]) expect(minutesOf(spanOf(minutes))).toBe(minutes);
});
