import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { SignOnTried, SingleSignOn } from '../types';

export interface WantedSingleSignOn {
  issuer: string;
  clientId: string;
  /** Left out: the stored one stays. */
  clientSecret?: string;
}

const key = (clinicId: string) => ['clinics', clinicId, 'single-sign-on'];
const place = (clinicId: string) => path`/clinics/${clinicId}/single-sign-on`;

export const useSingleSignOn = (clinicId: string) =>
  useQuery({ queryKey: key(clinicId), queryFn: () => request<SingleSignOn>('GET', place(clinicId)), refetchOnWindowFocus: false });

export function useChangeSingleSignOn(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: WantedSingleSignOn) => request<SingleSignOn>('PUT', place(clinicId), { body }),
    gcTime: 0,
    onSuccess: (stored) => queries.setQueryData(key(clinicId), stored),
  });
}

export function useRemoveSingleSignOn(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('DELETE', place(clinicId)),
    onSuccess: () => queries.invalidateQueries({ queryKey: key(clinicId) }),
  });
}

export const useTestSingleSignOn = (clinicId: string) => useMutation({ mutationFn: () => request<SignOnTried>('PUT', `${place(clinicId)}/test`) });
