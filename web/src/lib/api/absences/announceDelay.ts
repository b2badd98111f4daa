import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { request } from '../client';
import type { DelayedVisit, Items } from '../types';
import { delayPath } from './readDelay';

/** Tells the patients that the doctor is late, or without minutes that the doctor is on time again. */
export function useAnnounceDelay(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (minutes: number | undefined) =>
      minutes === undefined
        ? request<Items<DelayedVisit>>('DELETE', delayPath(clinicId, doctorId))
        : request<Items<DelayedVisit>>('PUT', delayPath(clinicId, doctorId), { body: { minutes } }),
    onSettled: () => void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) }),
  });
}
