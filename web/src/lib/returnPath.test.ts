import { expect, test } from 'vitest';
import { safeReturnPath } from './returnPath';

test('goes back to a path of ours', () => {
  expect(safeReturnPath('/clinics/1/today?from=2026-11-24#list')).toBe('/clinics/1/today?from=2026-11-24#list');
});

test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', 'javascript:alert(1)', '/.//evil.example', '', null, 1])(
  'goes home instead of to %j',
  (wanted) => {
    expect(safeReturnPath(wanted)).toBe('/');
  },
);
