import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { meQuery } from '@/lib/api/clinics/readMe';
import { sessionQuery } from '@/lib/api/session/readSession';
import { useWhom } from './whom';
import { WhomPage } from './WhomPage';

afterEach(() => {
  sessionStorage.clear();
});

const ALEX = { id: 'alex', name: 'Alex Moor' };
const SAM = { id: 'sam', name: 'Sam Moor' };

function Visits() {
  const whom = useWhom('harbour');
  return whom.open ? <WhomPage whom={whom} /> : <p>Visits of {whom.patient?.name ?? 'everybody'}</p>;
}

function show(...patients: object[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(meQuery('harbour').queryKey, { patients, permissions: [] } as never);
  queries.setQueryData(sessionQuery.queryKey, { memberships: [] } as never);
  return render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <Visits />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('asks before anything is shown, and remembers who it is while the tab is open', async () => {
  const first = show(ALEX, SAM);
  expect(screen.queryByText(/Visits of/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Sam Moor' }));
  expect(screen.getByText('Visits of Sam Moor')).toBeTruthy();

  first.unmount();
  show(ALEX, SAM);
  expect(screen.getByText('Visits of Sam Moor')).toBeTruthy();
});

test('shows all of them to who wants that', async () => {
  show(ALEX, SAM);
  await userEvent.click(screen.getByRole('button', { name: 'Show all of us' }));
  expect(screen.getByText('Visits of everybody')).toBeTruthy();
});

test('asks nobody who is alone', () => {
  show(ALEX);
  expect(screen.getByText('Visits of everybody')).toBeTruthy();
});

test('asks again where who was remembered is no patient any more', async () => {
  const first = show(ALEX, SAM);
  await userEvent.click(screen.getByRole('button', { name: 'Sam Moor' }));
  first.unmount();

  show(ALEX, { id: 'kim', name: 'Kim Moor' });
  expect(screen.getByRole('heading', { name: 'Who is it?' })).toBeTruthy();
});
