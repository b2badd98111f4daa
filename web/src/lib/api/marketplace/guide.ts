import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { PublishingGuide, StepStates, ZoomAppKind } from '../types';
import { marketplaceKey, marketplacePath } from './marketplacePath';

const guideQuery = (kind: ZoomAppKind, clinicId?: string) =>
  queryOptions({
    queryKey: [...marketplaceKey(clinicId), 'guide', kind],
    queryFn: () => request<PublishingGuide>('GET', `${marketplacePath(clinicId)}/guide`, { query: { kind } }),
    refetchOnWindowFocus: false,
  });

export const useGuide = (kind: ZoomAppKind, clinicId?: string) => useQuery(guideQuery(kind, clinicId));

/** How each step stands by the latest look. */
export const useStepStates = (kind: ZoomAppKind, clinicId?: string) =>
  useQuery({
    queryKey: [...marketplaceKey(clinicId), 'guide-states', kind],
    queryFn: () => request<StepStates>('GET', `${marketplacePath(clinicId)}/guide/states`, { query: { kind } }),
  });

interface Mark {
  step: string;
  task: string;
  done: boolean;
}

export function useMarkTask(kind: ZoomAppKind, clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ step, task, done }: Mark) => request<void>(done ? 'PUT' : 'DELETE', `${marketplacePath(clinicId)}/guide/${path`${kind}/steps/${step}/tasks/${task}`}`),
    onSettled: () => queries.invalidateQueries({ queryKey: guideQuery(kind, clinicId).queryKey }),
  });
}

export function useAnswerReview(clinicId?: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ownAccount: boolean) => request<void>('PUT', `${marketplacePath(clinicId)}/guide/answer`, { body: { ownAccount } }),
    onSettled: () => queries.invalidateQueries({ queryKey: [...marketplaceKey(clinicId), 'guide'] }),
  });
}
