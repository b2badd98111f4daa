import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { clinicQuery } from '@/lib/api/clinics/readClinic';
import { meQuery } from '@/lib/api/clinics/readMe';
import { sessionQuery } from '@/lib/api/session/readSession';
import type { Appointment, Clinic, Me, Permission, Session } from '@/lib/api/types';
import { MoveDialog } from './MoveDialog';

const visit = {
  id: 'a',
  version: 3,
  status: 'BOOKED',
  start: '2027-03-01T09:00:00Z',
  end: '2027-03-01T09:30:00Z',
  doctorId: 'ines',
  doctorName: 'Dr. Ines',
  patientName: 'Alma',
} as Appointment;

/** What was sent, and the version it was about. */
let sent: { body: Record<string, unknown>; version: string | null }[];

afterEach(() => vi.unstubAllGlobals());

/** The server answers one after the other. */
function show(permissions: Permission[], ...answers: (() => Response)[]) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (_url: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    sent.push({ body: JSON.parse(body), version: headers['If-Match'] ?? null });
    return answers.shift()?.() ?? Response.json({}, { status: 500 });
  });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  queries.setQueryData(clinicQuery('c').queryKey, { id: 'c', timeZone: 'UTC' } as Clinic);
  queries.setQueryData(meQuery('c').queryKey, { permissions, patients: [] } as unknown as Me);
  queries.setQueryData(sessionQuery.queryKey, { administrator: false, memberships: [{ clinicId: 'c', roles: ['RECEPTIONIST'] }] } as unknown as Session);
  const [onMoved, onClose] = [vi.fn(), vi.fn()];
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MoveDialog clinicId="c" move={{ appointment: visit, start: '2027-03-01T10:15:00Z' }} {...{ onMoved, onClose }} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { onMoved, onClose };
}

const press = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }));
const refusal = (status: number, body: object) => () => Response.json(body, { status });

test('says from when to when, and moves only then', async () => {
  const { onMoved } = show([], () => Response.json({ ...visit, version: 4 }));
  expect(screen.getByText(/^From .*9:00/)).toBeTruthy();
  expect(screen.getByText(/^To .*10:15/)).toBeTruthy();
  expect(sent).toEqual([]);
  await press(/Move the appointment/);
  await vi.waitFor(() => expect(onMoved).toHaveBeenCalled());
  expect(sent).toEqual([{ body: { start: '2027-03-01T10:15:00Z' }, version: '"3"' }]);
});

test('offers the next free times where somebody was quicker', async () => {
  const free = { start: '2027-03-01T11:00:00Z', end: '2027-03-01T11:30:00Z', doctorId: 'ines' };
  const { onMoved, onClose } = show([], refusal(409, { code: 'slot-taken', nextFree: [free] }), () => Response.json(visit));
  await press(/Move the appointment/);
  await userEvent.click(await screen.findByRole('button', { name: /11:00/ }));
  expect(screen.getByText(/^To .*11:00/)).toBeTruthy();
  await press(/Move the appointment/);
  await vi.waitFor(() => expect(onMoved).toHaveBeenCalled());
  expect(sent.at(-1)?.body).toEqual({ start: free.start });
  expect(onClose).not.toHaveBeenCalled();
});

test('lets those move against the rules who may, and say why', async () => {
  const outside = refusal(422, { code: 'invalid', errors: [{ field: 'start', message: 'is outside' }] });
  const { onMoved } = show(['OVERRIDE_BOOKING_RULES'], outside, () => Response.json(visit));
  await press(/Move the appointment/);
  await userEvent.click(await screen.findByRole('button', { name: /Book anyway/ }));
  await userEvent.type(screen.getByLabelText(/Reason/), ' urgent ');
  await press(/Book against the rules/);
  await vi.waitFor(() => expect(onMoved).toHaveBeenCalled());
  expect(sent.at(-1)?.body).toEqual({ start: '2027-03-01T10:15:00Z', override: { reason: 'urgent' } });
});

test('offers nobody else to move against the rules', async () => {
  show([], refusal(422, { code: 'invalid', errors: [{ field: 'start', message: 'is outside' }] }));
  await press(/Move the appointment/);
  expect(await screen.findByText('is outside')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Book anyway/ })).toBeNull();
});
