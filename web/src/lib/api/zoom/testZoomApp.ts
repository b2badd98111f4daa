import { useMutation } from '@tanstack/react-query';
import { request } from '../client';
import type { ZoomTest } from '../types';
import { zoomAppPath } from './readZoomApp';

const testZoomApp = (clinicId?: string) => request<ZoomTest>('PUT', `${zoomAppPath(clinicId)}/test`);

export const useTestZoomApp = (clinicId?: string) => useMutation({ mutationFn: () => testZoomApp(clinicId) });
