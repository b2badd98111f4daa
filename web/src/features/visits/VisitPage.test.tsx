import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Visit } from '@/lib/api/types';
import { VisitPage } from './VisitPage';

/** The browser's streams, of which a test sees which were opened, and sends what the server would. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 0;
  onopen?: () => void;

  constructor(readonly url: string) {
    super();
    Stream.opened.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }
}

const visit: Visit = {
  clinicName: 'Harbour Clinic',
  doctorName: 'Dr. Ines',
  serviceName: 'Talk',
  start: '2027-03-01T09:00:00Z',
  end: '2027-03-01T09:30:00Z',
  timeZone: 'UTC',
  mode: 'VIDEO',
  status: 'BOOKED',
  now: '2027-02-01T09:00:00Z',
  joinOpensAt: '2027-03-01T08:45:00Z',
  joinClosesAt: '2027-03-01T10:00:00Z',
  joinable: false,
} as Visit;

let answer: () => Response;

beforeEach(() => {
  Stream.opened = [];
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', async () => answer());
});

afterEach(() => vi.unstubAllGlobals());

const withdrawn = () => Response.json({ title: 'Not found', status: 404 }, { status: 404 });

function open() {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <VisitPage token="a token" />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

test('opens no stream for a link that was withdrawn', async () => {
  answer = withdrawn;
  open();

  expect(await screen.findByText('This link is no longer valid')).toBeTruthy();
  expect(Stream.opened).toEqual([]);
});

test('follows a visit until its link is withdrawn', async () => {
  answer = () => Response.json(visit);
  open();
  expect(await screen.findByText(/Dr\. Ines/)).toBeTruthy();
  expect(Stream.opened.map(({ url }) => url)).toEqual(['/api/v1/visits/a%20token/events']);

  answer = withdrawn;
  act(() => void Stream.opened[0]?.dispatchEvent(new Event('visit')));

  expect(await screen.findByText('This link is no longer valid')).toBeTruthy();
  expect(Stream.opened.map(({ readyState }) => readyState)).toEqual([Stream.CLOSED]);
});

test('misses nothing that happened before its stream was up', async () => {
  answer = () => Response.json(visit);
  open();
  expect(await screen.findByText(/^You can join from/)).toBeTruthy();

  answer = () => Response.json({ ...visit, now: visit.start, joinable: true });
  act(() => Stream.opened[0]?.onopen?.());

  expect(await screen.findByText('You can join now')).toBeTruthy();
});
