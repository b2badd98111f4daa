import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { VideoRules } from '../types';

const key = (clinicId: string) => ['clinics', clinicId, 'video-rules'];

/** Not refreshed behind the reader's back: the answer fills a form. */
export const useVideoRules = (clinicId: string) =>
  useQuery({
    queryKey: key(clinicId),
    queryFn: () => request<VideoRules>('GET', path`/clinics/${clinicId}/video-rules`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function useChangeVideoRules(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rules: VideoRules) => request<VideoRules>('PUT', path`/clinics/${clinicId}/video-rules`, { body: rules }),
    onSuccess: (rules) => queries.setQueryData(key(clinicId), rules),
  });
}
