import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../client';
import type { ZoomApp, ZoomAppKind } from '../types';
import { zoomAppKey, zoomAppPath } from './readZoomApp';

const listMeetings = (kind: ZoomAppKind, wanted: boolean, clinicId?: string) =>
  request<ZoomApp>('PUT', `${zoomAppPath(clinicId)}/app/meeting-list`, { body: { kind, wanted } });

export function useListMeetings(kind: ZoomAppKind, clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) => listMeetings(kind, wanted, clinicId),
    onSuccess: () => queries.invalidateQueries({ queryKey: zoomAppKey(clinicId) }),
  });
}
