import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Session } from '../types';
import { sessionQuery } from './readSession';

const followSignInLink = ({ token, code }: { token: string; code: string }) =>
  request<Session>('POST', path`/sign-in-links/${token}`, { body: code ? { code } : {} });

export function useFollowSignInLink() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: followSignInLink, onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session) });
}
