import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

const authorizeZoom = (clinicId: string, doctorId: string, add?: string) =>
  request<{ authorizeUrl: string }>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/authorize` + (add ? path`?add=${add}` : ''));

export const useAuthorizeZoom = (clinicId: string, doctorId: string, add?: string) =>
  useMutation({ mutationFn: () => authorizeZoom(clinicId, doctorId, add), gcTime: 0 });
