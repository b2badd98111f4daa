import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { ClinicsPage } from './ClinicsPage';

afterEach(() => vi.unstubAllGlobals());

test('marks the sample clinic, and no other', async () => {
  const clinics = [
    { id: 'a', name: 'Harbour', timeZone: 'Europe/Dublin', sample: false },
    { id: 'b', name: 'Sample', timeZone: 'UTC', sample: true },
  ];
  vi.stubGlobal('fetch', async (url: string) => Response.json(url.endsWith('/session') ? { administrator: false } : { items: clinics }));
  const page = () => (
    <Suspense fallback="…">
      <ClinicsPage />
    </Suspense>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: page }), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.includes('Sample clinic for Zoom’s review'))).toEqual([false, true]);
});
