import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, MeetingAttempt, ParkedMeeting } from '../types';

export const parkedKey = (clinicId: string) => ['clinics', clinicId, 'parked-meetings'];

/** Meetings that do not come about by themselves, or not soon. */
export const useParkedMeetings = (clinicId: string) =>
  useQuery({
    queryKey: parkedKey(clinicId),
    queryFn: () => request<Items<ParkedMeeting>>('GET', path`/clinics/${clinicId}/parked-meetings`),
    refetchInterval: 60_000,
  });

/** The last calls for one of them, the latest first. */
export const useMeetingAttempts = (clinicId: string, appointmentId: string, enabled: boolean) =>
  useQuery({
    queryKey: [...parkedKey(clinicId), appointmentId],
    queryFn: () => request<Items<MeetingAttempt>>('GET', path`/clinics/${clinicId}/appointments/${appointmentId}/meeting/attempts`),
    enabled,
  });

/** Tries one again, or all where none is named. */
export function useRetryParked(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (appointmentId?: string) =>
      request<void>('POST', appointmentId ? path`/clinics/${clinicId}/appointments/${appointmentId}/meeting/retry` : path`/clinics/${clinicId}/parked-meetings/retry`),
    onSettled: () => void queries.invalidateQueries({ queryKey: parkedKey(clinicId) }),
  });
}
