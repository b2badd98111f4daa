import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { SingleSignOnSection } from './SingleSignOnSection';

const addresses = { redirectUri: 'https://clinic.example/single-sign-on/1/callback', signInUrl: 'https://clinic.example/sign-in?clinic=harbour' };
const stored = { issuer: 'https://id.example', clientId: 'housecall', ...addresses };
const sent: string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(now: object) {
  sent.length = 0;
  document.cookie = 'XSRF-TOKEN=known';
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method !== 'GET') sent.push(`${init.method} ${url} ${String(init.body ?? '')}`.trim());
    return Response.json(url.endsWith('/test') ? { ok: false, message: 'Nobody answers there in time.' } : init.method === 'PUT' ? stored : now);
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <SingleSignOnSection clinicId="1" />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('shows what the provider must be told before anything is stored, and wants a secret', async () => {
  show(addresses);
  expect((await screen.findByLabelText<HTMLInputElement>('Redirect address')).value).toBe(addresses.redirectUri);
  expect(screen.getByText('Not set up')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/Client secret/).required).toBe(true);
  expect(screen.queryByRole('button', { name: 'Test it' })).toBeNull();
});

test('keeps the stored secret where none is typed', async () => {
  show(stored);
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  expect(sent).toEqual(['PUT /api/v1/clinics/1/single-sign-on {"issuer":"https://id.example","clientId":"housecall"}']);
  expect(await screen.findByText('Saved')).toBeTruthy();
});

test('says in words what is wrong with the provider', async () => {
  show(stored);
  await userEvent.click(await screen.findByRole('button', { name: 'Test it' }));
  expect(await screen.findByText('Nobody answers there in time.')).toBeTruthy();
});
