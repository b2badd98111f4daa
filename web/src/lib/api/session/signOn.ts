import { useMutation, useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { SignOnBegun, SignOnOffer } from '../types';

/** Whether the clinic of a short name has a single sign-on; an unknown clinic has none. */
export const useSignOnOffer = (clinic: string) =>
  useQuery({
    queryKey: ['sign-on', clinic],
    queryFn: () => request<SignOnOffer>('GET', '/single-sign-on', { query: { clinic } }),
    enabled: clinic !== '',
  });

interface Wanted {
  /** The clinic's short name. */
  clinic: string;
  returnTo?: string;
  /** The provider asks anew who they are. */
  fresh?: boolean;
}

export const useBeginSignOn = () => useMutation({ mutationFn: (body: Wanted) => request<SignOnBegun>('POST', '/single-sign-on', { body }) });

export const useAcceptBySignOn = () => useMutation({ mutationFn: (token: string) => request<SignOnBegun>('POST', path`/invitations/${token}/single-sign-on`) });
