import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import { sessionQuery } from '../session/readSession';
import { sessionsKey } from './sessions';

const changePassword = (body: { current?: string; wanted: string }) => request<void>('PUT', '/account/password', { body });

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: sessionsKey });
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}
