import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { ZoomApp, ZoomPlan } from '../types';
import { zoomAppKey, zoomAppPath } from './readZoomApp';

interface Credentials {
  clientId: string;
  /** Left out: the stored one stays. */
  clientSecret?: string;
  webhookSecret?: string;
  plan?: ZoomPlan;
}

/** A section left out stays as it is; null removes it. */
export interface ZoomAppChange {
  oauth?: Credentials | null;
  serverToServer?: (Credentials & { accountId: string }) | null;
}

const writeZoomApp = (body: ZoomAppChange, clinicId?: string) => request<ZoomApp>('PUT', `${zoomAppPath(clinicId)}/app`, { body });

export function useWriteZoomApp(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ZoomAppChange) => writeZoomApp(change, clinicId),
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: zoomAppKey(clinicId) }),
  });
}
