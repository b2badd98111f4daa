import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { CredentialPairs } from '@/lib/api/types';
import { CredentialPairsSection } from './CredentialPairsSection';

let sent: string[];

afterEach(() => vi.unstubAllGlobals());

function show(pairs: CredentialPairs) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    sent.push([method, url, body].filter(Boolean).join(' '));
    return Response.json({});
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <CredentialPairsSection clinicId="c" pairs={pairs} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const production = { clientId: 'P', connections: 3 };
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

test('stores a development pair without touching anything else', async () => {
  show({ production, inUse: 'PRODUCTION' });
  expect(screen.getByText('Production pair: P, 3 doctors connected by it.')).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/^Client ID of the development pair/), 'D');
  await userEvent.type(screen.getByLabelText(/^Client secret of the development pair/), 's');
  await press('Save pairs');
  expect(sent).toEqual(['PUT /api/v1/clinics/c/zoom/app/pairs {"production":{"clientId":"P"},"development":{"clientId":"D","clientSecret":"s"},"inUse":"PRODUCTION"}']);
});

test('says what changing the pair means before it changes', async () => {
  show({ production, development: { clientId: 'D', connections: 0 }, inUse: 'PRODUCTION' });
  await userEvent.click(screen.getByLabelText(/^the development pair/));
  await press('Save pairs');
  expect(sent).toEqual([]);
  expect(await screen.findByText(/No connection ends/)).toBeTruthy();
  await press('Change');
  expect(sent).toEqual(['PUT /api/v1/clinics/c/zoom/app/pairs {"production":{"clientId":"P"},"development":{"clientId":"D"},"inUse":"DEVELOPMENT"}']);
});

test('counts the connections that end with a pair that goes', async () => {
  show({ production, development: { clientId: 'D', connections: 2 }, inUse: 'DEVELOPMENT' });
  await userEvent.clear(screen.getByLabelText(/^Client ID of the development pair/));
  await press('Save pairs');
  expect(await screen.findByText(/^2 doctors are connected by the development pair that goes/)).toBeTruthy();
  await press('Leave as it is');
  expect(sent).toEqual([]);
});
