import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { LinkAlarm } from '@/lib/api/types';
import { AlarmRow } from './AlarmRow';

const alarm: LinkAlarm = {
  appointmentId: 'a',
  start: '2026-11-24T12:00:00Z',
  doctorName: 'Dr Okafor',
  problem: { code: 'NO_CONNECTION', title: 'The doctor has not connected Zoom', remedy: 'Ask them to.' },
  since: '2026-11-24T08:00:00Z',
  lastHour: false,
  otherHosts: [{ doctorId: 'd', doctorName: 'Dr Lind' }],
};

async function show(shown: LinkAlarm, hasFallback: boolean) {
  const root = createRootRoute({ component: () => <AlarmRow clinicId="c" zone="UTC" alarm={shown} hasFallback={hasFallback} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText(/Dr Okafor/);
  return screen.getAllByRole('button').map((button) => button.textContent);
}

test('offers another try, another host, the fallback and to take care of it', async () => {
  expect(await show(alarm, true)).toEqual(['Try again', 'Give it to Dr Lind', 'Tell the patient the fallback', 'I take care of it']);
  expect(screen.getByText('Within 24 hours')).toBeTruthy();
  expect(screen.getByText(/has not connected Zoom/)).toBeTruthy();
});

test('offers only what is left to do, and says who takes care', async () => {
  const taken = { ...alarm, otherHosts: [], acknowledgedAt: '2026-11-24T09:00:00Z', acknowledgedBy: 'Maya' };
  expect(await show(taken, false)).toEqual(['Try again']);
  expect(screen.getByText(/Maya takes care of it/)).toBeTruthy();
});
