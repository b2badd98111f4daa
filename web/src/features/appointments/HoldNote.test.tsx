import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HoldNote } from './HoldNote';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));

test('counts down, speaks up once for the last minute, and ends by itself', () => {
  const expired = vi.fn();
  render(
    <MantineProvider>
      <HoldNote hold={{ id: 'h', start: '', end: '', doctorId: 'd', expiresAt: '2026-11-24T08:10:00Z' }} onExpired={expired} />
    </MantineProvider>,
  );
  expect(screen.getByRole('timer').textContent).toContain('10:00');
  pass(61);
  expect(screen.getByRole('timer').textContent).toContain('8:59');
  expect(screen.queryByText(/one more minute/)).toBeNull();
  pass(480);
  expect(screen.getByText(/one more minute/)).toBeTruthy();
  expect(expired).not.toHaveBeenCalled();
  pass(60);
  expect(expired).toHaveBeenCalled();
});
