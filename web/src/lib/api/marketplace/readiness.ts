import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { ReadinessReport } from '../types';
import { marketplaceKey } from './marketplacePath';

/** Of a clinic's Zoom app, or the installation's when no clinic is given. */
const readinessPath = (clinicId?: string) => (clinicId ? path`/clinics/${clinicId}/marketplace/readiness` : '/marketplace/readiness');
const readinessKey = (clinicId?: string) => (clinicId ? ['clinics', clinicId, 'readiness'] : ['readiness']);

/** Where a browser shows a fresh look as it comes. */
export const readinessJson = (clinicId?: string) => `/api/v1${readinessPath(clinicId)}`;

export const useReadiness = (clinicId?: string) =>
  useQuery({ queryKey: readinessKey(clinicId), queryFn: () => request<ReadinessReport>('GET', `${readinessPath(clinicId)}/latest`) });

export function useCheckReadiness(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<ReadinessReport>('POST', readinessPath(clinicId)),
    onSuccess: (report) => {
      queries.setQueryData(readinessKey(clinicId), report);
      return queries.invalidateQueries({ queryKey: marketplaceKey(clinicId) }); // the guide tells of each step how it stands
    },
  });
}
