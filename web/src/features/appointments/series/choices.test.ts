import { expect, it } from 'vitest';
import type { PlannedVisit } from '@/lib/api/types';
import { chosenStarts, initialChoices, inTheWay } from './choices';

const free: PlannedVisit = { start: '2027-03-01T09:00:00Z', end: '2027-03-01T09:30:00Z', alternatives: [] };
const taken: PlannedVisit = {
  start: '2027-03-08T09:00:00Z',
  end: '2027-03-08T09:30:00Z',
  obstacle: 'TAKEN',
  alternatives: [{ start: '2027-03-08T09:30:00Z', end: '2027-03-08T10:00:00Z', doctorId: 'd' }],
};

it('takes what is free, and nothing else by itself', () => {
  expect(chosenStarts(initialChoices([free, taken]))).toEqual([free.start]);
});

it('takes another time that somebody chose', () => {
  const choices = initialChoices([free, taken]);
  choices[1] = '2027-03-08T09:30:00Z';
  expect(chosenStarts(choices)).toEqual([free.start, '2027-03-08T09:30:00Z']);
});

it('counts what stands in the way', () => {
  expect(inTheWay([free, taken])).toEqual([taken]);
});
