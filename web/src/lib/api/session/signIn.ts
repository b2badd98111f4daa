import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { Session } from '../types';
import { sessionQuery } from './readSession';

const signIn = (body: { email: string; password: string }) => request<Session>('POST', '/session', { body });

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: signIn, onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session) });
}
