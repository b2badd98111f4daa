import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { RecoveryCodes, SecondFactorEnrolment, SecondFactorState } from '../types';

const key = ['account', 'second-factor'];

export const useSecondFactor = () => useQuery({ queryKey: key, queryFn: () => request<SecondFactorState>('GET', '/account/second-factor') });

/** Taking one away also ends other sessions, which another list shows. */
function useChange<T, V = void>(mutationFn: (variables: V) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => queries.invalidateQueries({ queryKey: ['account'] }) });
}

export const useBeginSecondFactor = () => useMutation({ mutationFn: () => request<SecondFactorEnrolment>('POST', '/account/second-factor') });
export const useConfirmSecondFactor = () => useChange((code: string) => request<RecoveryCodes>('POST', '/account/second-factor/confirmation', { body: { code } }));
export const useRenewRecoveryCodes = () => useChange(() => request<RecoveryCodes>('POST', '/account/recovery-codes'));
export const useTurnOffSecondFactor = () => useChange(() => request<void>('DELETE', '/account/second-factor'));
