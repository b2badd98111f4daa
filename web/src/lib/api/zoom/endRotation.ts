import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { ZoomApp, ZoomAppKind } from '../types';
import { zoomAppKey, zoomAppPath } from './readZoomApp';

const endRotation = (kind: ZoomAppKind, clinicId?: string) => request<ZoomApp>('POST', `${zoomAppPath(clinicId)}/app/end-rotation`, { body: { kind } });

export function useEndRotation(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (kind: ZoomAppKind) => endRotation(kind, clinicId),
    onSuccess: () => queries.invalidateQueries({ queryKey: zoomAppKey(clinicId) }),
  });
}
