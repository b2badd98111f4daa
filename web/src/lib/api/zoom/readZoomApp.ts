import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ZoomApp } from '../types';

/** A clinic's Zoom app, or the installation's when no clinic is given. */
export const zoomAppPath = (clinicId?: string) => (clinicId ? path`/clinics/${clinicId}/zoom` : '/zoom');
export const zoomAppKey = (clinicId?: string) => (clinicId ? ['clinics', clinicId, 'zoom-app'] : ['zoom-app']);

export const useZoomApp = (clinicId?: string) =>
  useQuery({
    queryKey: zoomAppKey(clinicId),
    queryFn: () => request<ZoomApp>('GET', `${zoomAppPath(clinicId)}/app`),
    refetchOnWindowFocus: false,
  });
