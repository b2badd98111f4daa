import { expect, test } from 'vitest';
import type { Patient } from '@/lib/api/types';
import { losesSignIn, mergeChoices } from './mergeChoices';

const one: Patient = { id: '1', version: 1, name: 'Johanna Meier', phone: '1', email: 'j@example.com', guardians: [] };
const other: Patient = { id: '2', version: 1, name: 'Johana Meier', phone: '1', birthDate: '1980-03-05', email: 'm@example.com', guardians: [] };

test('asks only about what differs, and keeps what there is', () => {
  expect(mergeChoices(one, other)).toEqual({ name: 'THIS', birthDate: 'OTHER', email: 'THIS' });
  expect(mergeChoices(one, one)).toEqual({});
});

test('knows when somebody loses the way in', () => {
  expect(losesSignIn(one, { email: 'THIS' })).toBe(false);
  expect(losesSignIn(one, { email: 'OTHER' })).toBe(true);
  expect(losesSignIn({ ...one, email: undefined }, { email: 'OTHER' })).toBe(false);
});
