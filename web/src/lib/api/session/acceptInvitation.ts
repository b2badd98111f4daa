import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import { sessionQuery } from './readSession';

const acceptInvitation = ({ token, password }: { token: string; password: string }) =>
  request<void>('POST', path`/invitations/${token}`, { body: { password } });

export function useAcceptInvitation() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: acceptInvitation, onSuccess: () => queries.removeQueries(sessionQuery) });
}
