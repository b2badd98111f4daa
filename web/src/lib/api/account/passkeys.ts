import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { makePasskey } from '../../passkeys';
import { path, request } from '../client';
import type { Items, Passkey } from '../types';

const key = ['account', 'passkeys'];

export const usePasskeys = () => useQuery({ queryKey: key, queryFn: () => request<Items<Passkey>>('GET', '/account/passkeys') });

/** Taking one away also ends other sessions, which another list shows. */
function useChange<V>(mutationFn: (variables: V) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['account'] }) });
}

async function addPasskey(name: string) {
  const credential = await makePasskey(await request<PublicKeyCredentialCreationOptionsJSON>('POST', '/account/passkeys/challenge'));
  await request('POST', '/account/passkeys', { body: { name, credential } });
}

export const useAddPasskey = () => useChange(addPasskey);
export const useRenamePasskey = () => useChange(({ id, name }: { id: string; name: string }) => request<void>('PATCH', path`/account/passkeys/${id}`, { body: { name } }));
export const useRemovePasskey = () => useChange((id: string) => request<void>('DELETE', path`/account/passkeys/${id}`));
