import { expect, test } from 'vitest';
import type { Appointment } from '@/lib/api/types';
import { firstLook, hoursShown, partOf, place, startAt } from './layout';

const visit = (id: string, start: string, end: string) => ({ id, start, end }) as Appointment;

test('cuts what reaches over midnight into the days it falls on, by the clinic’s clock', () => {
  const night = { start: '2026-11-24T22:30:00Z', end: '2026-11-24T23:30:00Z' }; // 23:30 to 00:30 in Berlin
  expect(partOf('Europe/Berlin', '2026-11-24', night)).toEqual({ from: 23 * 60 + 30, to: 24 * 60 });
  expect(partOf('Europe/Berlin', '2026-11-25', night)).toEqual({ from: 0, to: 30 });
  expect(partOf('Europe/Berlin', '2026-11-26', night)).toBeUndefined();
});

test('shows the clock’s time on days of 23 and 25 hours', () => {
  expect(partOf('Europe/Berlin', '2026-03-29', { start: '2026-03-29T07:00:00Z', end: '2026-03-29T08:00:00Z' })).toEqual({ from: 540, to: 600 });
  expect(partOf('Europe/Berlin', '2026-10-25', { start: '2026-10-25T08:00:00Z', end: '2026-10-25T09:00:00Z' })).toEqual({ from: 540, to: 600 });
  const put_back = partOf('Europe/Berlin', '2026-10-25', { start: '2026-10-25T00:45:00Z', end: '2026-10-25T01:15:00Z' });
  expect(put_back?.to).toBeGreaterThan(put_back?.from ?? Infinity);
});

test('puts what overlaps side by side, and nothing else', () => {
  const placed = place('UTC', '2026-11-24', [
    visit('later', '2026-11-24T12:00:00Z', '2026-11-24T12:30:00Z'),
    visit('long', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
    visit('within', '2026-11-24T09:30:00Z', '2026-11-24T10:00:00Z'),
    visit('next', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z'),
    visit('elsewhere', '2026-11-25T09:30:00Z', '2026-11-25T10:00:00Z'),
  ]);
  expect(placed.map(({ appointment: { id }, lane, lanes }) => [id, lane, lanes])).toEqual([
    ['long', 0, 2],
    ['within', 1, 2],
    ['next', 0, 1],
    ['later', 0, 1],
  ]);
});

test('gives very short visits room for a line, and so a place of their own', () => {
  const placed = place('UTC', '2026-11-24', [visit('a', '2026-11-24T09:00:00Z', '2026-11-24T09:05:00Z'), visit('b', '2026-11-24T09:05:00Z', '2026-11-24T09:10:00Z')]);
  expect(placed.map(({ lanes }) => lanes)).toEqual([2, 2]);
});

test('shows the hours in which anybody works or anything is booked', () => {
  const work = { start: '2026-11-24T08:30:00Z', end: '2026-11-24T16:00:00Z' };
  const late = { start: '2026-11-25T19:10:00Z', end: '2026-11-25T19:40:00Z' };
  expect(hoursShown('UTC', ['2026-11-24', '2026-11-25'], [work, late])).toEqual({ from: 8 * 60, to: 20 * 60 });
  expect(hoursShown('UTC', ['2026-11-24'], [late])).toEqual({ from: 8 * 60, to: 18 * 60 });
});

test('lets a visit go on the nearest step of the clinic’s clock, within the day', () => {
  expect(startAt('Asia/Kathmandu', '2026-11-24', 9 * 60 + 12)).toBe('2026-11-24T03:25:00.000Z');
  expect(startAt('Europe/Berlin', '2026-03-29', 9 * 60)).toBe('2026-03-29T07:00:00.000Z');
  expect(startAt('UTC', '2026-11-24', -40)).toBe('2026-11-24T00:00:00.000Z');
  expect(startAt('UTC', '2026-11-24', 1500)).toBe('2026-11-24T23:55:00.000Z');
});

test('begins a little before now, or before the first visit of other days', () => {
  const now = Date.parse('2026-11-24T14:00:00Z');
  expect(firstLook('Europe/Berlin', ['2026-11-24'], [], now)).toBe(14 * 60);
  expect(firstLook('UTC', ['2026-11-25'], [visit('a', '2026-11-25T06:00:00Z', '2026-11-25T06:30:00Z')], now)).toBe(5 * 60 + 30);
  expect(firstLook('UTC', ['2026-11-25'], [], now)).toBe(7 * 60 + 30);
});
