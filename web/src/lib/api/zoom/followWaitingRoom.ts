import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { ZoomApp, ZoomAppKind } from '../types';
import { zoomAppKey, zoomAppPath } from './readZoomApp';

const followWaitingRoom = (kind: ZoomAppKind, wanted: boolean, clinicId?: string) =>
  request<ZoomApp>('PUT', `${zoomAppPath(clinicId)}/app/waiting-room`, { body: { kind, wanted } });

export function useFollowWaitingRoom(kind: ZoomAppKind, clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) => followWaitingRoom(kind, wanted, clinicId),
    onSuccess: () => queries.invalidateQueries({ queryKey: zoomAppKey(clinicId) }),
  });
}
