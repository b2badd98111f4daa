import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProblemAlert } from './ProblemAlert';

const show = (failure: Parameters<typeof ProblemAlert>[0]['failure'], shownOnFields?: string[]) =>
  render(
    <MantineProvider>
      <ProblemAlert failure={failure} shownOnFields={shownOnFields} />
    </MantineProvider>,
  );

test('is silent where nothing failed', () => {
  show(null);
  expect(screen.queryByRole('alert')).toBeNull();
});

test("prefers the server's own sentence", () => {
  show(Object.assign(new Error('x'), { code: 'not-found', detail: 'That time has just been taken.' }));
  expect(screen.getByRole('alert').textContent).toContain('That time has just been taken.');
});

test('lists the fields that say nothing themselves', () => {
  const errors = [
    { field: 'hours.from', message: 'must be before the end' },
    { field: 'name', message: 'is missing' },
  ];
  show(Object.assign(new Error('x'), { code: 'invalid', errors }), ['from']);
  expect(screen.getByRole('alert').textContent).toContain('is missing');
  expect(screen.getByRole('alert').textContent).not.toContain('must be before the end');
});
