import { path, request } from '../client';
import type { Hold } from '../types';

export interface HoldWish {
  doctorId: string;
  serviceId: string;
  start: string;
  /** A hold that is given back for it. */
  replaces?: string;
}

export const placeHold = (clinicId: string, body: HoldWish) => request<Hold>('POST', path`/clinics/${clinicId}/holds`, { body });

/** One that has ended or been used is gone already, and whoever leaves does not wait to hear so. */
export const giveBackHold = (clinicId: string, id: string) =>
  request<void>('DELETE', path`/clinics/${clinicId}/holds/${id}`, { keepalive: true }).catch(() => undefined);
