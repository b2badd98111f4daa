import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

/** Has the connected account looked at once more; what is found comes by itself. */
export const useCheckConnection = (clinicId: string, doctorId: string) =>
  useMutation({ mutationFn: () => request<void>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/check`) });
