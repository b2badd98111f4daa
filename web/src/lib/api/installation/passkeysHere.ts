import { useQuery } from '@tanstack/react-query';
import { browserKnowsPasskeys } from '../../passkeys';
import { installationQuery } from './readInstallation';

/** Whether passkeys can be used, or why not; undefined while that is not known. They are bound to the one origin that the server names. */
export function usePasskeysHere(): { possible: boolean; reason?: 'noHostName' | 'elsewhere' | 'oldBrowser'; at?: string } | undefined {
  const { data } = useQuery(installationQuery);
  if (!data) return undefined;
  const { passkeysAt: at } = data;
  if (!at) return { possible: false, reason: 'noHostName' };
  if (at !== location.origin) return { possible: false, reason: 'elsewhere', at };
  return browserKnowsPasskeys() ? { possible: true, at } : { possible: false, reason: 'oldBrowser', at };
}
