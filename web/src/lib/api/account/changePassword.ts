import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { sessionsKey } from './sessions';

const changePassword = (body: { current: string; wanted: string }) => request<void>('PUT', '/account/password', { body });

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: changePassword, onSuccess: () => queries.invalidateQueries({ queryKey: sessionsKey }) });
}
