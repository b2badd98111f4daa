import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { slotsKey } from '../availability/listSlots';
import { path, request } from '../client';
import type { Items, PlannedVisit, RepetitionRule } from '../types';

const appointment = (clinicId: string, id: string) => path`/clinics/${clinicId}/appointments/${id}`;

/** What the rule would come to, and what stands in its way; nothing is booked. */
export const usePlanRepetition = (clinicId: string, id: string) =>
  useMutation({
    mutationFn: (rule: RepetitionRule) => request<Items<PlannedVisit>>('POST', `${appointment(clinicId, id)}/repetition/plan`, { body: rule }),
  });

/** Books them all, or none. */
export const useRepeat = (clinicId: string, id: string) =>
  useChange(clinicId, (wanted: { everyWeeks: number; starts: string[] }) => request('POST', `${appointment(clinicId, id)}/repetition`, { body: wanted }));

/** What moving a visit would mean for those of its series that follow. */
export const usePlanFollowing = (clinicId: string, id: string) =>
  useMutation({
    mutationFn: (start: string) => request<Items<PlannedVisit>>('POST', `${appointment(clinicId, id)}/following/plan`, { body: { start } }),
  });

export const useMoveFollowing = (clinicId: string, id: string) =>
  useChange(clinicId, (start: string) => request('PATCH', `${appointment(clinicId, id)}/following`, { body: { start } }));

export const useCancelFollowing = (clinicId: string, id: string) =>
  useChange(clinicId, (reason: string | undefined) => request('POST', `${appointment(clinicId, id)}/following/cancel`, { body: { reason } }));

function useChange<T>(clinicId: string, change: (wanted: T) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: slotsKey(clinicId) });
      void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) });
    },
  });
}
