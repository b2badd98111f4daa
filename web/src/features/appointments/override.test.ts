import { expect, test } from 'vitest';
import { Problem } from '@/lib/api/problem';
import { isOverridable } from './override';

const refused = (...fields: string[]) => new Problem({ code: 'invalid', errors: fields.map((field) => ({ field, message: 'no' })) }, 422);
const now = Date.parse('2026-11-24T10:00:00Z');
const later = '2026-11-24T11:00:00Z';

test('only what is about the time ahead can be overridden', () => {
  expect(isOverridable(refused('start'), later, now)).toBe(true);
  expect(isOverridable(new Problem({ code: 'slot-taken' }, 409), later, now)).toBe(true);
  expect(isOverridable(refused('start'), '2026-11-24T09:00:00Z', now)).toBe(false);
  expect(isOverridable(refused('start', 'patientId'), later, now)).toBe(false);
  expect(isOverridable(refused('doctorId'), later, now)).toBe(false);
  expect(isOverridable(new Problem({ code: 'version-mismatch' }, 412), later, now)).toBe(false);
  expect(isOverridable(null, later, now)).toBe(false);
});
