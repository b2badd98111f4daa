import { expect, test } from 'vitest';
import type { Patient } from '@/lib/api/types';
import { changeOf, detailsOf, fieldsOf, guardianValues, isReached, noGuardian } from './details';

const ida: Patient = { id: '1', version: 3, name: 'Ida', phone: '1', birthDate: '1980-03-05', guardians: [{ patientId: '2', name: 'Olaf', phone: '2' }] };

test('sends nothing that was left empty', () => {
  expect(detailsOf({ ...fieldsOf(), name: ' Ida ', phone: '1' }, [])).toEqual({ name: 'Ida', phone: '1' });
});

test('sends only what was changed, and an empty text for what was emptied', () => {
  const values = { ...fieldsOf(ida), name: 'Ida Berg', birthDate: '' };
  expect(changeOf(ida, values, ida.guardians.map(guardianValues))).toEqual({ name: 'Ida Berg', birthDate: '' });
  expect(changeOf(ida, fieldsOf(ida), [])).toEqual({ guardians: [] });
});

test('sends of a guardian with a record nothing but the record', () => {
  expect(changeOf(ida, fieldsOf(ida), [{ ...guardianValues(ida.guardians[0] ?? {}), relationship: 'father' }])).toEqual({
    guardians: [{ patientId: '2', relationship: 'father' }],
  });
});

test('takes a guardian for a way to reach somebody', () => {
  expect(isReached(fieldsOf(), [])).toBe(false);
  expect(isReached(fieldsOf(), [noGuardian])).toBe(false);
  expect(isReached(fieldsOf(), [{ ...noGuardian, patientId: '2' }])).toBe(true);
  expect(isReached(fieldsOf(ida), [])).toBe(true);
});
