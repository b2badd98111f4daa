import { useMutation } from '@tanstack/react-query';
import { request } from '../client';

const requestSignInLink = (body: { email: string }) => request<void>('POST', '/sign-in-links', { body });

export const useRequestSignInLink = () => useMutation({ mutationFn: requestSignInLink });
