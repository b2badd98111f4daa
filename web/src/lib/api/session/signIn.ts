import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { Session } from '../types';
import { sessionQuery } from './readSession';

/** An empty code is none. */
const signIn = ({ code, ...credentials }: { email: string; password: string; code: string }) =>
  request<Session>('POST', '/session', { body: { ...credentials, ...(code && { code }) } });

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: signIn, onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session) });
}
