import { expect, test } from 'vitest';
import { criteriaOf, readAuditSearch } from './auditSearch';

const id = '01a20fcc-f617-7c74-a8ea-e902e95feed5';

test('takes from the address only what can be searched for', () => {
  expect(readAuditSearch({ from: '2026-03-29', to: '29.3.', action: 'PATIENT_VIEWED', actor: id, subject: "' or 1=1" })).toEqual({
    from: '2026-03-29',
    action: 'PATIENT_VIEWED',
    actor: id,
  });
  expect(readAuditSearch({ action: 'SOMETHING_ELSE' })).toEqual({});
});

test('asks for whole days of the zone, also when a clock changes', () => {
  expect(criteriaOf({ from: '2026-03-29', to: '2026-03-29', action: 'SIGNED_IN' }, 'Europe/Berlin')).toEqual({
    from: '2026-03-28T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
    action: 'SIGNED_IN',
  });
  expect(criteriaOf({ from: '2026-11-01' }, 'America/Los_Angeles').from).toBe('2026-11-01T07:00:00.000Z');
  expect(criteriaOf({ to: '2026-11-01' }, 'America/Los_Angeles').to).toBe('2026-11-02T08:00:00.000Z');
  expect(criteriaOf({ from: '2026-06-01' }, 'Pacific/Kiritimati').from).toBe('2026-05-31T10:00:00.000Z');
  expect(criteriaOf({}, 'UTC')).toEqual({});
});
