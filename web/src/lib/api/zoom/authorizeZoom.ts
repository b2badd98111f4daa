import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';

const authorizeZoom = (clinicId: string, doctorId: string) =>
  request<{ authorizeUrl: string }>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/zoom/authorize`);

export const useAuthorizeZoom = (clinicId: string, doctorId: string) => useMutation({ mutationFn: () => authorizeZoom(clinicId, doctorId), gcTime: 0 });
