import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { request } from '../client';
import { Problem } from '../problem';
import type { Session } from '../types';

/** Null when nobody is signed in. */
const readSession = (): Promise<Session | null> =>
  request<Session>('GET', '/session').catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  });

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 5 * 60_000 });

/** For screens behind sign-in only: the route above them has made sure of an account. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Problem({ code: 'unauthenticated' }, 401);
  return data;
}
