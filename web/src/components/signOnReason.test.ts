import { expect, test } from 'vitest';
import { readSignOnReason } from './signOnReason';

test('knows why a sign-on failed', () => {
  expect(readSignOnReason('unknown')).toBe('unknown');
  expect(readSignOnReason('other-user')).toBe('other-user');
});

test('takes anything else in the address for a sign-in that was not begun here', () => {
  expect(readSignOnReason('<script>')).toBe('state');
  expect(readSignOnReason(7)).toBe('state');
});

test('finds no failure where there was none', () => {
  expect(readSignOnReason(undefined)).toBeUndefined();
  expect(readSignOnReason('linked')).toBeUndefined();
});
