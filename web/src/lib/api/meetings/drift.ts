import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { DriftReport } from '../types';

const drift = (clinicId: string) => path`/clinics/${clinicId}/meetings/drift`;
const driftKey = (clinicId: string) => ['clinics', clinicId, 'drift'];

/** Looks again every few seconds while a comparison is under way. */
export const useDrift = (clinicId: string) =>
  useQuery({
    queryKey: driftKey(clinicId),
    queryFn: () => request<DriftReport>('GET', drift(clinicId)),
    refetchInterval: ({ state }) => (state.data?.comparisons.some(({ finishedAt }) => !finishedAt) ? 2_000 : false),
  });

export function useCompareMeetings(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('POST', drift(clinicId)),
    onSuccess: () => queries.invalidateQueries({ queryKey: driftKey(clinicId) }),
  });
}

export function useLookedAfter(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request<void>('POST', path`/clinics/${clinicId}/meetings/possible/${id}/looked-after`),
    onSuccess: () => queries.invalidateQueries({ queryKey: driftKey(clinicId) }),
  });
}
