import { useMutation } from '@tanstack/react-query';
import { request } from '../client';

const signOut = () => request<void>('DELETE', '/session');

/** Leaves by a full page load, so that nothing of the account stays in memory. */
export const useSignOut = () => useMutation({ mutationFn: signOut, onSuccess: () => location.assign('/sign-in') });
