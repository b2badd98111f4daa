import { useMutation } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ZoomPerson } from '../types';

/** Whom an id or address names in the clinic's Zoom account. */
export const useLookUpUser = (clinicId: string) =>
  useMutation({ mutationFn: (zoomUser: string) => request<ZoomPerson>('POST', path`/clinics/${clinicId}/zoom/users/look-up`, { body: { zoomUser } }) });
