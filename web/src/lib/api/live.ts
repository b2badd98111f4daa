import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const RETRY_MS = 15_000;

/**
 * Refetches when the server says that something changed; events carry ids only. True while the stream is up, so
 * that callers poll only when it is not. A stream that the browser gave up on (a 4xx or 5xx answer) is tried again.
 */
export function useLiveUpdates(url: string, events: Record<string, QueryKey>): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const wanted = JSON.stringify(events);

  useEffect(() => {
    const keys = Object.entries(JSON.parse(wanted) as Record<string, QueryKey>);
    const refetch = (queryKey: QueryKey) => void queries.invalidateQueries({ queryKey });
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;

    const connect = () => {
      source = new EventSource(url);
      source.onopen = () => {
        setLive(true);
        // What a page shows was read before anybody listened: what happened in between is in no event.
        keys.forEach(([, key]) => refetch(key));
      };
      source.onerror = () => {
        setLive(false);
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, RETRY_MS);
      };
      keys.forEach(([name, key]) => source.addEventListener(name, () => refetch(key)));
    };

    connect();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [queries, url, wanted]);

  return live;
}
