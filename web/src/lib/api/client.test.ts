import { afterEach, expect, test, vi } from 'vitest';
import { path, request } from './client';
import { confirmSignInBy } from './confirmation';

const sent: { url: string; init: RequestInit }[] = [];

function answer(status: number, body: string) {
  sent.length = 0;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return new Response(status === 204 ? null : body, { status });
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('lets no part of a path leave its place', () => {
  expect(path`/visits/${'../../session?x#y'}/join`).toBe('/visits/..%2F..%2Fsession%3Fx%23y/join');
});

test('sends what is given, and leaves out of the query what is not', async () => {
  document.cookie = 'XSRF-TOKEN=a%2Bb';
  answer(200, '{"id":"1"}');

  expect(await request('POST', '/things', { body: { a: 1 }, query: { from: '2026-11-24', to: undefined, q: '' } })).toEqual({ id: '1' });

  expect(sent[0]?.url).toBe('/api/v1/things?from=2026-11-24');
  expect(sent[0]?.init.body).toBe('{"a":1}');
  expect(sent[0]?.init.headers).toMatchObject({ 'X-XSRF-TOKEN': 'a+b', 'Content-Type': 'application/json' });
});

test('gives nothing where nothing is answered', async () => {
  answer(204, '');
  expect(await request('DELETE', '/things/1')).toBeUndefined();
});

test('throws the problem that the server tells of', async () => {
  const errors = [{ field: 'name', message: 'is missing' }];
  answer(400, JSON.stringify({ type: 'urn:housecall:problem:invalid', detail: 'Look at the fields.', errors }));
  await expect(request('POST', '/things', { body: {} })).rejects.toMatchObject({ code: 'invalid', status: 400, detail: 'Look at the fields.', errors });
});

test('throws a problem also for an answer that is none of ours', async () => {
  answer(502, '<html>Bad gateway</html>');
  await expect(request('GET', '/things')).rejects.toMatchObject({ code: 'unknown', status: 502, errors: [] });
});

test('asks who it is where the server wants to know, and tries once more', async () => {
  const answers = [new Response('{"code":"sign-in-again"}', { status: 403 }), new Response('{"id":"1"}', { status: 201 })];
  vi.stubGlobal('fetch', async () => answers.shift());
  const forget = confirmSignInBy(async () => true);

  expect(await request('POST', '/api-tokens', { body: {} })).toEqual({ id: '1' });
  forget();
});

test('leaves it where nobody wants to say', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"code":"sign-in-again"}', { status: 403 }));
  const forget = confirmSignInBy(async () => false);

  await expect(request('POST', '/api-tokens', { body: {} })).rejects.toMatchObject({ code: 'sign-in-again' });
  forget();
});

test('tells no answer at all from an answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await expect(request('GET', '/things')).rejects.toMatchObject({ code: 'network', status: 0 });
});
