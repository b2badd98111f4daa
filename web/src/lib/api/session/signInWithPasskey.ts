import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askPasskey } from '../../passkeys';
import { request } from '../client';
import type { Session } from '../types';
import { sessionQuery } from './readSession';

async function signInWithPasskey() {
  const body = await askPasskey(await request<PublicKeyCredentialRequestOptionsJSON>('POST', '/session/passkey/challenge'));
  return request<Session>('POST', '/session/passkey', { body });
}

export function useSignInWithPasskey() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: signInWithPasskey, onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session) });
}
