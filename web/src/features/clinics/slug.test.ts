import { expect, test } from 'vitest';
import { slugOf } from './slug';

test('makes an address out of a name', () => {
  expect(slugOf('Praxis Dr. Müller & Töchter')).toBe('praxis-dr-muller-tochter');
  expect(slugOf('  --  ')).toBe('');
});
