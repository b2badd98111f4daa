import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useHold } from './useHold';

const slot = (hour: string) => ({ start: `2026-11-24T${hour}:00:00Z`, end: `2026-11-24T${hour}:30:00Z`, doctorId: 'd' });

/** What the server was asked, and keeps. */
let asked: { method: string; url: string; body?: { start: string; replaces?: string } }[];
let kept: Set<string>;

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=x';
  [asked, kept] = [[], new Set()];
  vi.stubGlobal('fetch', async (url: string, { method, body }: { method: string; body?: string }) => {
    const sent = body ? JSON.parse(body) : undefined;
    asked.push({ method, url, body: sent });
    if (method === 'DELETE') {
      kept.delete(url.replace(/.*\//, ''));
      return new Response(null, { status: 204 });
    }
    if (sent.replaces) kept.delete(sent.replaces);
    const id = `hold-${sent.start.slice(11, 13)}`;
    kept.add(id);
    return Response.json({ id, ...sent, expiresAt: '2026-11-24T08:10:00Z' }, { status: 201 });
  });
});
afterEach(() => {
  cleanup(); // what is left then still meets the server above
  vi.unstubAllGlobals();
});

function open() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  return renderHook(() => useHold('c'), { wrapper });
}

test('holds what is chosen, and the next choice in its place', async () => {
  const form = open();
  act(() => form.result.current.take('s', slot('09')));
  await waitFor(() => expect(form.result.current.hold?.id).toBe('hold-09'));
  act(() => form.result.current.take('s', slot('10')));
  expect(form.result.current.hold).toBeUndefined();
  await waitFor(() => expect(form.result.current.hold?.id).toBe('hold-10'));
  expect([...kept]).toEqual(['hold-10']);
});

test('keeps only the last of choices that come faster than answers', async () => {
  const form = open();
  act(() => {
    form.result.current.take('s', slot('09'));
    form.result.current.take('s', slot('10'));
    form.result.current.take('s', slot('11'));
  });
  await waitFor(() => expect(form.result.current.hold?.id).toBe('hold-11'));
  expect([...kept]).toEqual(['hold-11']);
});

test('gives it back when the form is left, even before the answer has come', async () => {
  const form = open();
  act(() => form.result.current.take('s', slot('09')));
  form.unmount();
  await waitFor(() => expect(asked.map(({ method }) => method)).toEqual(['POST', 'DELETE']));
  expect(kept.size).toBe(0);
});

test('leaves alone what an appointment has taken the place of', async () => {
  const form = open();
  act(() => form.result.current.take('s', slot('09')));
  await waitFor(() => expect(form.result.current.hold).toBeDefined());
  act(() => form.result.current.used());
  form.unmount();
  expect(asked.map(({ method }) => method)).toEqual(['POST']);
});
