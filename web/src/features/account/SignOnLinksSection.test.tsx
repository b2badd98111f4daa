import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SignOnLinksSection } from './SignOnLinksSection';

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(items: object[], returned?: string) {
  vi.stubGlobal('fetch', async () => Response.json({ items }));
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <SignOnLinksSection returned={returned} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('says that there is nothing to link', async () => {
  show([]);
  expect(await screen.findByText('No clinic that you work in has one.')).toBeTruthy();
});

test('links and takes away by buttons that name the clinic', async () => {
  show([
    { clinicId: '1', clinicName: 'Harbour Clinic', linked: true },
    { clinicId: '2', clinicName: 'Hill Clinic', linked: false },
  ]);
  expect(await screen.findByRole('button', { name: 'Take the link away: Harbour Clinic' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Link: Hill Clinic' })).toBeTruthy();
});

test('says how the way through the sign-on ended', async () => {
  show([], 'taken');
  expect((await screen.findByRole('alert')).textContent).toContain('another account');
});
