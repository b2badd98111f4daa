import { useQuery } from '@tanstack/react-query';
import { request } from '../client';
import type { Items, Mail } from '../types';

export const useMails = () => useQuery({ queryKey: ['mails'], queryFn: () => request<Items<Mail>>('GET', '/mails') });
