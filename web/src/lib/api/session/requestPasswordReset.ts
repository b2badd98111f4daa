import { useMutation } from '@tanstack/react-query';
import { request } from '../client';

const requestPasswordReset = (body: { email: string }) => request<void>('POST', '/password-resets', { body });

export const useRequestPasswordReset = () => useMutation({ mutationFn: requestPasswordReset });
