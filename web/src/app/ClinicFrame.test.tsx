import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { ClinicFrame } from './ClinicFrame';

afterEach(() => vi.unstubAllGlobals());

/** The frame around a clinic's screens, of a sample clinic or of any other. */
function show(sample: boolean) {
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener() {}
      close() {}
    },
  );
  vi.stubGlobal('fetch', async () => Response.json({ id: 'c', name: 'Harbour', sample }));
  const frame = () => (
    <Suspense fallback="…">
      <h1>Today</h1>
      <ClinicFrame clinicId="c" />
    </Suspense>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: frame }), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('says on every screen of a sample clinic that all is made up', async () => {
  show(true);
  const note = await screen.findByRole('note', { name: 'Sample clinic for Zoom’s review' });
  expect(note.textContent).toContain('Everything here is made up, and nothing is mailed.');
});

test('says nothing of the kind in any other clinic', async () => {
  show(false);
  expect(await screen.findByRole('heading', { name: 'Today' })).toBeTruthy();
  expect(screen.queryByRole('note')).toBeNull();
});
