import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { PageSummary, PublicPage } from '@/lib/api/types';
import { DomainSection } from './DomainSection';
import { OwnIcon } from './OwnIcon';
import { PackSection } from './PackSection';
import { PagesSection } from './PagesSection';
import { ScansSection } from './ScansSection';

let sent: { call: string; body: unknown }[];

afterEach(() => vi.unstubAllGlobals());

/** Shows a screen to a server that gives these answers, by method and end of the address. */
function show(screenShown: ReactNode, answers: Record<string, unknown>) {
  sent = [];
  document.cookie = 'XSRF-TOKEN=x';
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    if (method !== 'GET') sent.push({ call: `${method} ${url}`, body: body && JSON.parse(body) });
    const answer = Object.entries(answers).find(([end]) => `${method} ${url}`.endsWith(end))?.[1];
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>{screenShown}</QueryClientProvider>
    </MantineProvider>,
  );
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const terms: PageSummary = { page: 'terms', title: 'Terms of use', url: 'https://v.example/legal/terms', version: 2, edited: true, overtaken: false, blanks: [] };
const details: PublicPage = {
  summary: terms,
  words: { title: 'Our terms', lead: 'Ours.', sections: [{ id: 'service', heading: 'What', text: 'This.' }] },
  values: ['{company}'],
  versions: [
    { number: 2, at: '2027-03-02T09:00:00Z', author: 'Noor', edited: true },
    { number: 1, at: '2027-03-01T09:00:00Z', author: 'Noor', edited: false },
  ],
};
const pages = { 'GET /api/v1/marketplace/pages': { items: [terms] }, '/pages/terms': details };

test('publishes what was written, begun from the version that was seen', async () => {
  show(<PagesSection zone="UTC" />, { ...pages, 'PUT /api/v1/marketplace/pages/terms': { ...details, summary: { ...terms, version: 3 } } });
  await press('Edit: Terms of use');
  expect(await screen.findByText('{company}')).toBeTruthy();
  const title = await screen.findByLabelText(/^Title/);
  await userEvent.clear(title);
  await userEvent.type(title, 'New');
  await press('Add a part');
  const added = screen.getByRole('group', { name: 'Part 2' });
  await userEvent.type(within(added).getByLabelText(/^Heading/), 'More');
  await userEvent.type(within(added).getByLabelText(/^Text/), 'Words');
  await press('Remove: What');
  await press('Publish');
  expect(sent).toEqual([
    { call: 'PUT /api/v1/marketplace/pages/terms', body: { version: 2, words: { title: 'New', lead: 'Ours.', sections: [{ heading: 'More', text: 'Words' }] } } },
  ]);
});

test('says that somebody else was there first', async () => {
  show(<PagesSection zone="UTC" />, {
    'PUT /api/v1/marketplace/pages/terms': Response.json({ title: 'Somebody else changed this page', detail: 'Load it again.', status: 409 }, { status: 409 }),
    ...pages,
  });
  await press('Edit: Terms of use');
  await press('Publish');
  expect(await screen.findByText(/Load it again/)).toBeTruthy();
});

test('goes back to its own text only when told to twice', async () => {
  show(<PagesSection zone="UTC" />, pages);
  await press('Edit: Terms of use');
  await press('Back to its own text');
  const dialog = await screen.findByRole('dialog');
  expect(sent).toEqual([]);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Back to its own text' }));
  expect(sent).toEqual([{ call: 'DELETE /api/v1/marketplace/pages/terms?version=2', body: undefined }]);
});

test('shows an older version, and restores it', async () => {
  show(<PagesSection zone="UTC" />, { ...pages, '/versions/1': { title: 'Older', lead: 'L', sections: [{ heading: 'H', text: 'T' }] } });
  await press('Versions: Terms of use');
  await press('Read version 1');
  expect(await screen.findByText('Older')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Restore version 2' })).toBeNull();
  await press('Restore version 1');
  expect(sent[0]?.call).toBe('POST /api/v1/marketplace/pages/terms/versions/1/restore?version=2');
});

test('says what is left to fill in, and that its own text has changed', async () => {
  show(<PagesSection zone="UTC" />, { 'GET /api/v1/marketplace/pages': { items: [{ ...terms, overtaken: true, blanks: ['[COMPANY]'] }] } });
  expect(await screen.findByText('Left to fill in: [COMPANY]')).toBeTruthy();
  expect(screen.getByText('Its own text has changed')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open: Terms of use' }).getAttribute('href')).toBe('https://v.example/legal/terms');
});

test('keeps a code, and looks the record up', async () => {
  const proof = { domain: 'v.example', fileUrl: 'https://v.example/zoomverify/verifyzoom.html', txtRecord: 'ZOOM_1' };
  show(<DomainSection />, {
    'PUT /api/v1/marketplace/domain/lookup': { ok: false, message: 'No name server knows v.example.' },
    '/domain': proof,
  });
  await userEvent.type(await screen.findByLabelText('Content of the file'), 'abc');
  await press('Save');
  expect(sent[0]).toEqual({ call: 'PUT /api/v1/marketplace/domain', body: { file: 'abc', metaName: '', metaContent: '', txtRecord: 'ZOOM_1' } });
  await press('Look it up');
  expect(await screen.findByText('No name server knows v.example.')).toBeTruthy();
});

test('offers a clinic no file, for there is one for all', async () => {
  show(<DomainSection clinicId="c" />, { '/domain': { domain: 'v.example', fileUrl: 'https://v.example/f' } });
  expect(await screen.findByLabelText('TXT record')).toBeTruthy();
  expect(screen.queryByLabelText('Content of the file')).toBeNull();
});

test('writes down a scan with its numbers', async () => {
  show(<ScansSection />, { 'GET /api/v1/marketplace/scans': { items: [] }, 'POST /api/v1/marketplace/scans': { id: 's' } });
  expect(await screen.findByText(/answer to Zoom's question is No/)).toBeTruthy();
  await press('Write down a scan');
  await userEvent.type(screen.getByLabelText(/^Tool/), 'ZAP');
  await userEvent.type(screen.getByLabelText(/^Its version/), '2.16');
  await userEvent.type(screen.getByLabelText(/^Target/), 'https://v.example');
  await userEvent.type(screen.getByLabelText(/^Date/), '2026-01-15');
  await userEvent.clear(screen.getByLabelText(/^High/));
  await userEvent.type(screen.getByLabelText(/^High/), '3');
  await press('Save');
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        call: 'POST /api/v1/marketplace/scans',
        body: {
          subject: 'INSTALLATION',
          kind: 'DYNAMIC',
          tool: 'ZAP',
          toolVersion: '2.16',
          target: 'https://v.example',
          ranOn: '2026-01-15',
          critical: 0,
          high: 3,
          medium: 0,
          low: 0,
        },
      },
    ]),
  );
});

test('offers each document and picture, and says why one is not there', async () => {
  show(<PackSection clinicId="c" />, {
    '/documents': {
      items: [
        { file: 'ssdlc-policy.pdf', title: 'SSDLC' },
        { file: 'security-testing-report.pdf', title: 'Report', lacking: 'No scan' },
      ],
    },
    '/pictures': { items: [{ file: 'icon.png', title: 'Icon', width: 160, height: 160 }] },
  });
  expect((await screen.findByRole('link', { name: 'SSDLC' })).getAttribute('href')).toBe('/api/v1/clinics/c/marketplace/documents/ssdlc-policy.pdf');
  expect(screen.getByText('No scan')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Report' })).toBeNull();
  expect((await screen.findByRole('link', { name: 'Icon' })).getAttribute('href')).toBe('/api/v1/clinics/c/marketplace/pictures/icon.png');
  expect(screen.getByText('160 × 160 pixels')).toBeTruthy();
});

const icon = (bytes: number) => new File([new Uint8Array(bytes)], 'icon.png', { type: 'image/png' });
const chosen = () => document.querySelector<HTMLInputElement>('input[type=file]')!;

test('puts an icon of one\'s own in place of the made one', async () => {
  show(<OwnIcon clinicId="c" />, {});
  expect(screen.getByRole('img', { name: 'The icon as it is handed in' }).getAttribute('src')).toBe('/api/v1/clinics/c/marketplace/pictures/icon.png?of=made');
  expect(screen.queryByRole('button', { name: "Back to the product's own icon" })).toBeNull();
  await userEvent.upload(chosen(), icon(3));
  await vi.waitFor(() => expect(sent).toEqual([{ call: 'PUT /api/v1/clinics/c/marketplace/icon', body: { png: 'AAAA' } }]));
});

test('goes back to the made icon', async () => {
  show(<OwnIcon uploadedAt="2027-03-01T09:00:00Z" />, {});
  expect(screen.getByText(/^Your own icon, uploaded/)).toBeTruthy();
  expect(screen.getByRole('img').getAttribute('src')).toContain('?of=2027-03-01');
  await press("Back to the product's own icon");
  expect(sent).toEqual([{ call: 'DELETE /api/v1/marketplace/icon', body: undefined }]);
});

test('says beside the file why an icon is not taken', async () => {
  const problem = { code: 'invalid', title: 'Check the form', errors: [{ field: 'png', message: 'is 161 by 160 pixels' }] };
  show(<OwnIcon />, { 'PUT /api/v1/marketplace/icon': Response.json(problem, { status: 422, headers: { 'Content-Type': 'application/problem+json' } }) });
  await userEvent.upload(chosen(), icon(3));
  expect(await screen.findByText('is 161 by 160 pixels')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('sends no file that is larger than a request may be', async () => {
  show(<OwnIcon />, {});
  await userEvent.upload(chosen(), icon(741 * 1024));
  expect(await screen.findByText(/larger than 740 kB/)).toBeTruthy();
  expect(sent).toEqual([]);
});
