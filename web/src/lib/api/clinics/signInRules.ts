import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { SignInRules } from '../types';

const key = (clinicId: string) => ['clinics', clinicId, 'sign-in-rules'];

export const useSignInRules = (clinicId: string) =>
  useQuery({ queryKey: key(clinicId), queryFn: () => request<SignInRules>('GET', path`/clinics/${clinicId}/sign-in-rules`) });

export function useChangeSignInRules(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rules: SignInRules) => request<SignInRules>('PUT', path`/clinics/${clinicId}/sign-in-rules`, { body: rules }),
    onSuccess: (rules) => queries.setQueryData(key(clinicId), rules),
  });
}
