import { expect, test } from 'vitest';
import { listDays, rangeOf } from './range';

test('shows the week of a day from its Monday, the day itself, or what the list is set to', () => {
  const sunday = { day: '2026-11-29' };
  expect(rangeOf('week', sunday, 'UTC')).toMatchObject({ from: '2026-11-23', to: '2026-11-29' });
  expect(rangeOf('week', sunday, 'UTC').days).toHaveLength(7);
  expect(rangeOf('day', sunday, 'UTC')).toMatchObject({ from: '2026-11-29', to: '2026-11-29', days: ['2026-11-29'] });
  expect(rangeOf('list', { from: '2026-11-01' }, 'UTC')).toMatchObject({ from: '2026-11-01', to: '2026-11-07' });
  expect(rangeOf('list', { from: '2026-11-01', to: '2026-11-02' }, 'UTC')).toMatchObject({ to: '2026-11-02' });
});

test('looks for words in all days until some are chosen', () => {
  expect(listDays({ query: 'reyes' }, 'UTC')).toEqual({});
  expect(listDays({ query: 'reyes', to: '2026-11-02' }, 'UTC')).toMatchObject({ to: '2026-11-02' });
  expect(listDays({ from: '2026-11-01' }, 'UTC')).toEqual({ from: '2026-11-01', to: '2026-11-07' });
});
