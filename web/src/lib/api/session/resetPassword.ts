import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

const resetPassword = ({ token, password, code }: { token: string; password: string; code: string }) =>
  request<void>('POST', path`/password-resets/${token}`, { body: { password, ...(code && { code }) } });

export const useResetPassword = () => useMutation({ mutationFn: resetPassword });
