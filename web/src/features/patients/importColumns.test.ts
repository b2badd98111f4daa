import { expect, test } from 'vitest';
import { base64Of } from '@/lib/fileText';
import { remapped, willBeAdded } from './importColumns';

test('holds nothing twice', () => {
  expect(remapped(['NAME', 'PHONE', 'IGNORED'], 2, 'NAME')).toEqual(['IGNORED', 'PHONE', 'NAME']);
  expect(remapped(['IGNORED', 'PHONE', 'IGNORED'], 1, 'IGNORED')).toEqual(['IGNORED', 'IGNORED', 'IGNORED']);
});

test('counts what is left of a file', () => {
  expect(willBeAdded(10, 2, 3, false)).toBe(5);
  expect(willBeAdded(10, 2, 3, true)).toBe(8);
});

test('sends a file as it is, whatever its bytes', async () => {
  expect(await base64Of(new Blob([new Uint8Array([0xff, 0xfe, 0x00])]))).toBe('//4A');
});
