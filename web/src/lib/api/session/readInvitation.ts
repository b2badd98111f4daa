import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Invitation } from '../types';

const readInvitation = (token: string) => request<Invitation>('GET', path`/invitations/${token}`);

export const useInvitation = (token: string) => useQuery({ queryKey: ['invitations', token], queryFn: () => readInvitation(token), retry: false });
