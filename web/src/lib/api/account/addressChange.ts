import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { AddressChange, AddressConfirmation } from '../types';

const key = ['account', 'address-change'];

export const useAddressChange = () => useQuery({ queryKey: key, queryFn: () => request<AddressChange>('GET', '/account/address-change') });

function useWish<V = void>(mutationFn: (wish: V) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: key }) });
}

export const useRequestAddressChange = () => useWish((email: string) => request<void>('PUT', '/account/address-change', { body: { email } }));
export const useGiveUpAddressChange = () => useWish(() => request<void>('DELETE', '/account/address-change'));

/** From a mail, signed in or not. */
export const useConfirmAddress = () => useMutation({ mutationFn: (token: string) => request<AddressConfirmation>('POST', path`/address-changes/${token}`) });
