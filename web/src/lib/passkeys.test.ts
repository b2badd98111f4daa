import { afterEach, expect, test, vi } from 'vitest';
import { askPasskey, browserKnowsPasskeys, makePasskey } from './passkeys';

afterEach(() => vi.unstubAllGlobals());

function browser(credentials: Partial<CredentialsContainer>) {
  const known = Object.assign(() => undefined, { parseRequestOptionsFromJSON: (it: unknown) => it, parseCreationOptionsFromJSON: (it: unknown) => it });
  vi.stubGlobal('PublicKeyCredential', known);
  vi.stubGlobal('navigator', { credentials });
}

test('hands on what the browser answers', async () => {
  browser({ get: () => Promise.resolve({ toJSON: () => ({ id: 'abc' }) } as unknown as Credential) });
  expect(browserKnowsPasskeys()).toBe(true);
  await expect(askPasskey({ challenge: 'c' })).resolves.toEqual({ id: 'abc' });
});

test.each([
  ['NotAllowedError', 'passkey-not-used'],
  ['InvalidStateError', 'passkey-there'],
  ['SecurityError', 'passkey-failed'],
])('says what %s means', async (name, code) => {
  browser({ create: () => Promise.reject(new DOMException('no', name)) });
  await expect(makePasskey({} as PublicKeyCredentialCreationOptionsJSON)).rejects.toMatchObject({ code });
});

test('takes a browser that knows only the old form for one without passkeys', () => {
  vi.stubGlobal('PublicKeyCredential', () => undefined);
  expect(browserKnowsPasskeys()).toBe(false);
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(browserKnowsPasskeys()).toBe(false);
});
