import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReviewerAccess } from '@/lib/api/types';
import { ReviewerAccessSections } from './ReviewerAccessSections';

let sent: string[];

afterEach(() => vi.unstubAllGlobals());

const open: ReviewerAccess = {
  state: 'JOINABLE',
  sampleClinicId: 's',
  openedAt: '2027-03-01T09:00:00Z',
  passwordsAt: '2027-03-01T09:00:00Z',
  people: [
    { person: 'DOCTOR', email: 'doctor@sample-abcd.sample.invalid', lastSignedInAt: '2027-03-02T09:00:00Z' },
    { person: 'PATIENT', email: 'patient@sample-abcd.sample.invalid' },
  ],
};

/** Shows the screen to a server where this is the access. */
function show(access: ReviewerAccess, clinicId?: string) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    sent.push(`${method} ${url}`);
    if (url.endsWith('/release-notes')) return Response.json({ text: 'Sample doctor: d@x, password p-p' });
    return method === 'DELETE' ? new Response(null, { status: 204 }) : Response.json(access);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ReviewerAccessSections clinicId={clinicId} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('lets reviewers in by a press, for the installation’s app', async () => {
  show({ state: 'NO_ACCESS', people: [] });
  await press('Let reviewers in');
  expect(sent).toContain('POST /api/v1/marketplace/reviewer-access');
});

test('says who may come, when they last came, and that it works', async () => {
  show(open, 'c');
  expect(await screen.findByText('Works: a visit can be joined now')).toBeTruthy();
  const [doctor, patient] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(doctor).toContain('doctor@sample-abcd.sample.invalid');
  expect(doctor).toContain('Last signed in');
  expect(patient).toContain('Has not signed in of late');
});

test('says how to turn green', async () => {
  show({ ...open, state: 'SIGN_IN_REFUSED' }, 'c');
  expect(await screen.findByText(/Make new passwords, and put/)).toBeTruthy();
});

test('asks for the release notes only when told to', async () => {
  show(open, 'c');
  await screen.findByText('Release notes');
  expect(sent.filter((call) => call.endsWith('/release-notes'))).toEqual([]);
  await press('Show the release notes');
  expect(await screen.findByDisplayValue(/password p-p/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy the release notes' })).toBeTruthy();
});

test('withdraws only after asking', async () => {
  show(open, 'c');
  await press('Withdraw access');
  expect(sent.some((call) => call.startsWith('DELETE'))).toBe(false);
  const dialog = await screen.findByRole('dialog');
  const confirm = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Withdraw access');
  await userEvent.click(confirm as HTMLElement);
  expect(sent).toContain('DELETE /api/v1/clinics/c/marketplace/reviewer-access');
});

test('makes new passwords only after asking', async () => {
  show(open, 'c');
  await press('New passwords');
  await press('Make new passwords');
  expect(sent).toContain('POST /api/v1/clinics/c/marketplace/reviewer-access/passwords');
});
