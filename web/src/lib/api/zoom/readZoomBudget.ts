import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ZoomDay } from '../types';

export const useZoomBudget = (clinicId: string) =>
  useQuery({
    queryKey: ['clinics', clinicId, 'zoom-budget'],
    queryFn: () => request<ZoomDay>('GET', path`/clinics/${clinicId}/zoom/budget`),
  });
