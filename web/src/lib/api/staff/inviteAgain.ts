import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

export const useInviteAgain = (clinicId: string, staffId: string) =>
  useMutation({ mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/staff/${staffId}/invitation`) });
