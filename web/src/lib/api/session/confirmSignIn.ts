import { useMutation } from '@tanstack/react-query';
import { request } from '../client';

const confirmSignIn = ({ password, code }: { password: string; code: string }) =>
  request<void>('POST', '/session/confirmation', { body: { password, ...(code && { code }) } });

export const useConfirmSignIn = () => useMutation({ mutationFn: confirmSignIn });
