import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Installation } from '../types';
import { usePasskeysHere } from './passkeysHere';
import { installationQuery } from './readInstallation';

afterEach(() => vi.unstubAllGlobals());

function told(installation: Installation) {
  const queries = new QueryClient();
  queries.setQueryData(installationQuery.queryKey, installation);
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
  return renderHook(() => usePasskeysHere(), { wrapper }).result.current;
}

const knowPasskeys = () => vi.stubGlobal('PublicKeyCredential', Object.assign(() => undefined, { parseRequestOptionsFromJSON: () => undefined }));

test('offers passkeys at the one address they work at', () => {
  knowPasskeys();
  expect(told({ claimed: true, passkeysAt: location.origin })).toEqual({ possible: true, at: location.origin });
});

test('says why there are none', () => {
  knowPasskeys();
  expect(told({ claimed: true })).toMatchObject({ possible: false, reason: 'noHostName' });
  expect(told({ claimed: true, passkeysAt: 'https://clinic.example' })).toEqual({ possible: false, reason: 'elsewhere', at: 'https://clinic.example' });
  vi.stubGlobal('PublicKeyCredential', undefined);
  expect(told({ claimed: true, passkeysAt: location.origin })).toMatchObject({ possible: false, reason: 'oldBrowser' });
});
