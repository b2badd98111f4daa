import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { GuideStep, ListingText, PublishingGuide } from '@/lib/api/types';
import { GuidePage } from './GuidePage';
import { type GuideSearch, readGuideSearch } from './guideSearch';
import { PublisherPage } from './PublisherPage';
import { TextsPage } from './TextsPage';

let sent: string[];

beforeEach(() => {
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Shows a screen to a server that gives these answers, by the end of the address. */
function show(shown: ReactNode, answers: Record<string, unknown>) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    sent.push([method, url, body].filter(Boolean).join(' '));
    const answer = Object.entries(answers).find(([end]) => url.endsWith(end))?.[1];
    if (answer instanceof Response) return answer.clone();
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });
  const router = createRouter({ routeTree: createRootRoute({ component: () => shown }), history: createMemoryHistory() });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const step = (change: Partial<GuideStep>): GuideStep => ({
  id: 'scopes',
  number: 4,
  title: 'Scopes',
  lead: 'What the app may do.',
  clicks: ['Press Add Scopes.', 'Tick each.'],
  values: [],
  tasks: [],
  checks: [],
  places: [],
  ...change,
});

const guide: PublishingGuide = {
  steps: [
    step({ id: 'review', number: 0, title: 'Is a review needed?', lead: 'Who uses it?', clicks: ['Ask.'], places: ['app'] }),
    step({
      values: [
        { id: 'scope:x', label: 'meeting:write:meeting', value: 'Makes meetings.', secret: false },
        { id: 'production-secret', label: 'Client secret', note: 'Stored here, and never shown.', secret: true },
      ],
      tasks: [
        { id: 'added', text: 'Exactly these scopes are added' },
        { id: 'reasons', text: 'Each has its reason', doneBy: 'Maya', doneAt: '2027-03-01T09:00:00Z' },
      ],
      checks: ['scopes'],
      places: ['texts', 'readiness', 'pack'],
    }),
  ],
};

const states = { checkedAt: '2027-03-01T09:00:00Z', items: [{ step: 'scopes', state: 'RED', items: [{ id: 'scopes', title: 'Scopes', state: 'RED', evidence: 'Nobody has granted x.', remedy: 'Add it.' }] }] };

const answers = { 'guide?kind=GENERAL': guide, 'states?kind=GENERAL': states };

function Guide({ search = {} }: { search?: GuideSearch }) {
  const [shown, setShown] = useState(search);
  return (
    <>
      <output>{JSON.stringify(shown)}</output>
      <GuidePage clinicId="c" search={shown} onSearch={setShown} />
    </>
  );
}

const head = (name: RegExp) => screen.findByRole('button', { name });

test('asks first whether a review is needed, and keeps the answer', async () => {
  show(<Guide />, answers);
  expect((await head(/Is a review needed/)).getAttribute('aria-expanded')).toBe('true');
  expect((await head(/^Scopes/)).getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(screen.getByLabelText('Yes, all of them'));
  expect(sent).toContain('PUT /api/v1/clinics/c/marketplace/guide/answer {"ownAccount":true}');
});

test('says what the answer means', async () => {
  show(<Guide />, { ...answers, 'guide?kind=GENERAL': { ...guide, answer: { ownAccount: true, answeredBy: 'Maya', answeredAt: '2027-03-01T09:00:00Z' } } });
  expect((await screen.findAllByText(/No review is needed/)).length).toBeGreaterThan(0);
  expect(screen.getByText(/Answered by Maya/)).toBeTruthy();
});

test('tells how a step stands in words, with its evidence and the way to green', async () => {
  show(<Guide search={{ step: 'scopes' }} />, answers);
  expect(within(await head(/^Scopes.*Not ready/)).getByText('1 of 2 done')).toBeTruthy();
  expect(screen.getByText('Nobody has granted x.')).toBeTruthy();
  expect(screen.getByText('Add it.')).toBeTruthy();
  expect(await screen.findByText('One step has something that is not ready.')).toBeTruthy();
});

test('shows what the latest look found, and when; it looks only when told to', async () => {
  const found = { ...states, checkedAt: '2027-03-02T09:00:00Z' };
  const known: Record<string, unknown> = { ...answers };
  show(<Guide />, known);
  expect(await screen.findByText(/^Last looked at .*(Mar 1\b|\b1 Mar)/)).toBeTruthy();
  expect(sent.some((call) => call.startsWith('POST'))).toBe(false);
  Object.assign(known, { '/marketplace/readiness': { checkedAt: found.checkedAt, items: [] }, 'states?kind=GENERAL': found });
  await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
  expect(sent).toContain('POST /api/v1/clinics/c/marketplace/readiness');
  expect(await screen.findByText(/^Last looked at .*(Mar 2\b|\b2 Mar)/)).toBeTruthy();
});

test('says that nobody has looked yet', async () => {
  show(<Guide />, { ...answers, 'states?kind=GENERAL': { items: [] } });
  expect(await screen.findByText(/^Nobody has looked yet/)).toBeTruthy();
  expect(screen.queryByText(/known to be not ready/)).toBeNull();
});

test('opens the step that the address names, and puts the one that is opened into it', async () => {
  show(<Guide search={{ step: 'scopes' }} />, answers);
  expect((await head(/^Scopes/)).getAttribute('aria-expanded')).toBe('true');
  expect(Element.prototype.scrollIntoView).toHaveBeenCalled();
  await userEvent.click(await head(/Is a review needed/));
  expect(screen.getByText('{"step":"review"}')).toBeTruthy();
  expect(readGuideSearch({ kind: 'SERVER_TO_SERVER', step: 'scopes', other: 1 })).toEqual({ kind: 'SERVER_TO_SERVER', step: 'scopes' });
  expect(readGuideSearch({ kind: 'x', step: 1 })).toEqual({});
});

test('keeps closed steps in the page, for paper', async () => {
  show(<Guide />, answers);
  await head(/^Scopes/);
  expect(screen.getByText('Press Add Scopes.').closest('[hidden]')).not.toBeNull();
});

test('copies a value and says so, and has nothing to copy of a secret', async () => {
  const user = userEvent.setup();
  show(<Guide search={{ step: 'scopes' }} />, answers);
  await user.click(await screen.findByRole('button', { name: 'Copy: meeting:write:meeting' }));
  expect(await navigator.clipboard.readText()).toBe('Makes meetings.');
  expect(screen.getAllByRole('status').some(({ textContent }) => textContent === 'Copied')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Copy: Client secret' })).toBeNull();
  expect(screen.getByText('Stored here, and never shown.')).toBeTruthy();
});

test('marks a task as done and takes it back', async () => {
  show(<Guide search={{ step: 'scopes' }} />, answers);
  const added = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Exactly these scopes are added' });
  const reasons = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Each has its reason' });
  expect([added.checked, reasons.checked]).toEqual([false, true]);
  expect(screen.getByText(/^Maya, /)).toBeTruthy();
  await userEvent.click(added);
  await userEvent.click(reasons);
  expect(sent).toContain('PUT /api/v1/clinics/c/marketplace/guide/GENERAL/steps/scopes/tasks/added');
  expect(sent).toContain('DELETE /api/v1/clinics/c/marketplace/guide/GENERAL/steps/scopes/tasks/reasons');
});

test('leads to what of ours belongs to a step', async () => {
  show(<Guide search={{ step: 'scopes' }} />, answers);
  await head(/^Scopes/);
  expect(screen.getByRole('link', { name: 'Download the pack (ZIP)' }).getAttribute('href')).toBe('/api/v1/clinics/c/marketplace/pack');
  const ways = screen.getAllByRole('link', { name: 'Texts' }).map((link) => link.getAttribute('href'));
  expect(new Set(ways)).toEqual(new Set(['/clinics/c/settings/integrations/zoom/publish/texts']));
  expect(ways).toHaveLength(2);
});

const text: ListingText = {
  id: 'short',
  group: 'LISTING',
  title: 'Short description',
  longest: 150,
  source: 'Visits with {email}.',
  text: 'Visits with {email}.',
  standard: 'Visits with {email}.',
  placeholders: ['{email}'],
  edited: false,
};

test('says what is left in a text to be filled in, and whose words it has', async () => {
  show(<TextsPage clinicId="c" />, { '/texts': { items: [text] } });
  expect(await screen.findByText(/Left to be filled in: \{email\}/)).toBeTruthy();
  expect(screen.getByText("20 of 150 characters. Housecall's own words.")).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Versions/ })).toBeNull();
});

test('writes a text, and shows what the server says about it', async () => {
  const problem = { type: 'x', code: 'invalid', title: 'Check the form', errors: [{ field: 'text', message: 'has 151 characters' }] };
  show(<TextsPage clinicId="c" />, {
    '/texts': { items: [text] },
    '/texts/short': Response.json(problem, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }),
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Change: Short description' }));
  await userEvent.clear(screen.getByLabelText(/^Words/));
  await userEvent.type(screen.getByLabelText(/^Words/), 'Video visits');
  await userEvent.click(screen.getByRole('button', { name: 'Save: Short description' }));
  expect(sent).toContain('PUT /api/v1/clinics/c/marketplace/texts/short {"text":"Video visits"}');
  expect(await screen.findByText('has 151 characters')).toBeTruthy();
});

test('goes back to our own words, and shows who wrote what before', async () => {
  const written = { ...text, edited: true, writtenBy: 'Maya', writtenAt: '2027-03-01T09:00:00Z' };
  show(<TextsPage clinicId="c" />, {
    '/texts': { items: [written] },
    '/versions': { items: [{ writtenBy: 'Maya', writtenAt: '2027-03-01T09:00:00Z', text: 'Ours.' }, { writtenAt: '2027-02-01T09:00:00Z' }] },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Versions: Short description' }));
  expect(await screen.findByText('Ours.')).toBeTruthy();
  expect(screen.getByText("Back to Housecall's own words.")).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: "Back to Housecall's own words: Short description" }));
  expect(sent).toContain('DELETE /api/v1/clinics/c/marketplace/texts/short');
});

test('keeps who publishes', async () => {
  show(<PublisherPage />, { '/publisher': { company: 'Harbour' } });
  expect((await screen.findByLabelText<HTMLInputElement>('Company')).value).toBe('Harbour');
  await userEvent.selectOptions(screen.getByLabelText('Country'), 'Ireland');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(sent).toContain('PUT /api/v1/marketplace/publisher {"company":"Harbour","contactEmail":"","address":"","country":"IE","supportHours":"","firstResponse":""}');
  expect(await screen.findByText('Saved')).toBeTruthy();
});
