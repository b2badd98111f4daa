import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { ReadinessReport } from '@/lib/api/types';
import { ReadinessPage } from './ReadinessPage';

afterEach(() => vi.unstubAllGlobals());

const looked: ReadinessReport = {
  checkedAt: '2027-03-01T09:00:00Z',
  items: [
    { id: 'base-url', title: 'Public address', state: 'RED', evidence: 'http://localhost is not public.', remedy: 'Give it a name.' },
    { id: 'scopes', title: 'Scopes', state: 'AMBER', evidence: 'Nobody is connected.', remedy: 'Connect a doctor.' },
    { id: 'pages', title: 'Public pages', state: 'GREEN', evidence: 'All four are there.' },
  ],
};

/** The latest look, and what a new one finds. */
function show(latest: ReadinessReport, found: ReadinessReport | Response = looked, clinicId: string | undefined = 'c') {
  const sent: string[] = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method }: { method: string }) => {
    sent.push(`${method} ${url}`);
    const answer = method === 'POST' ? found : latest;
    return answer instanceof Response ? answer : Response.json(answer);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ReadinessPage clinicId={clinicId} ways={<a href="/texts">Texts</a>} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return sent;
}

const checkNow = () => userEvent.click(screen.getByRole('button', { name: 'Check now' }));

test('says of each check how it stands, on what evidence, and how to turn it green', async () => {
  show(looked);
  const rows = await screen.findAllByRole('listitem');
  expect(rows.map((row) => within(row).getByRole('heading').textContent)).toEqual(['Public address', 'Scopes', 'Public pages']);
  const [red, amber, green] = rows.map((row) => row.textContent);
  expect(red).toContain('Red: wrong or missing');
  expect(red).toContain('To turn it green: Give it a name.');
  expect(amber).toContain('Amber: not known yet');
  expect(green).toContain('Green: seen to work');
  expect(green).not.toContain('To turn it green');
  expect(screen.getByText('1 red, 1 amber, 1 green')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'As JSON' }).getAttribute('href')).toBe('/api/v1/clinics/c/marketplace/readiness');
  expect(screen.getByRole('navigation', { name: 'Publishing' }).textContent).toBe('Texts');
});

test('shows the latest look at once, and looks only when asked', async () => {
  const sent = show({ items: [] });
  expect(await screen.findByText('Nobody has looked yet')).toBeTruthy();
  expect(sent).toEqual(['GET /api/v1/clinics/c/marketplace/readiness/latest']);
  await checkNow();
  expect(await screen.findByText('Checked: 1 red, 1 amber, 1 green.')).toBeTruthy();
  expect(sent[1]).toBe('POST /api/v1/clinics/c/marketplace/readiness');
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});

test("looks at the installation's app where no clinic is given", async () => {
  const sent: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    sent.push(url);
    return Response.json(looked);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ReadinessPage />
      </QueryClientProvider>
    </MantineProvider>,
  );
  expect(await screen.findByRole('heading', { level: 1, name: /for all clinics/ })).toBeTruthy();
  expect(sent).toEqual(['/api/v1/marketplace/readiness/latest']);
});

test('says why it could not look, and keeps what was known', async () => {
  show(looked, Response.json({ code: 'internal', title: 'Something failed' }, { status: 500 }));
  await screen.findAllByRole('listitem');
  await checkNow();
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
});
