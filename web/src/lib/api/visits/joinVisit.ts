import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

const joinVisit = (token: string) => request<{ joinUrl: string }>('POST', path`/visits/${token}/join`);

export const useJoinVisit = (token: string) => useMutation({ mutationFn: () => joinVisit(token), gcTime: 0 });
