import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Session } from '../types';
import { sessionQuery } from './readSession';

const followSignInLink = (token: string) => request<Session>('POST', path`/sign-in-links/${token}`);

export function useFollowSignInLink() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: followSignInLink, onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session) });
}
