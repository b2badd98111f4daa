import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { Items, NewWaitingEntry, WaitingEntry } from '../types';

export const waitingKey = (clinicId: string) => ['clinics', clinicId, 'waiting-list'];

/** Who waits, the longest first. */
export const useWaitingList = (clinicId: string) =>
  useQuery({
    queryKey: waitingKey(clinicId),
    queryFn: () => request<Items<WaitingEntry>>('GET', path`/clinics/${clinicId}/waiting-list`),
    refetchInterval: 60_000,
  });

export function useJoinWaitingList(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entry: NewWaitingEntry) => request<{ id: string }>('POST', path`/clinics/${clinicId}/waiting-list`, { body: entry }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: waitingKey(clinicId) }),
  });
}

export function useLeaveWaitingList(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request('DELETE', path`/clinics/${clinicId}/waiting-list/${id}`),
    onSettled: () => void queries.invalidateQueries({ queryKey: waitingKey(clinicId) }),
  });
}

export interface Answer {
  entryId: string;
  offerId: string;
  accept: boolean;
}

/** Accepting books the visit, and gives its id. */
export function useAnswerOffer(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ entryId, offerId, accept }: Answer) => {
      const offer = path`/clinics/${clinicId}/waiting-list/${entryId}/offers/${offerId}`;
      return request<{ id: string } | undefined>('POST', `${offer}/${accept ? 'accept' : 'decline'}`);
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: waitingKey(clinicId) });
      void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
    },
  });
}
