import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { installationQuery } from './readInstallation';

const claimInstallation = (body: { code: string; email: string; password: string }) => request<void>('POST', '/installation/claim', { body });

export function useClaimInstallation() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: claimInstallation, onSuccess: () => queries.setQueryData(installationQuery.queryKey, (before) => ({ ...before, claimed: true })) });
}
