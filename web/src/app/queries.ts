import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@/lib/api/problem';
import { sessionQuery } from '@/lib/api/session/readSession';

/** A refused session anywhere means signed out everywhere: the routes then lead to sign-in and back. */
export function createQueries(): QueryClient {
  const signedOut = (error: unknown) => {
    if (error instanceof Problem && error.code === 'unauthenticated') queries.setQueryData(sessionQuery.queryKey, null);
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        // Only silence and our own trouble are worth asking again; a refusal stays one.
        retry: (failures, error) => failures < 2 && (error.status === 0 || error.status >= 500),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}
