import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { DelayedVisit, Items } from '../types';

export const delayPath = (clinicId: string, doctorId: string) => path`/clinics/${clinicId}/doctors/${doctorId}/delay`;

/** Whom it concerns when a doctor is so many minutes late now, and what they would read. */
export const useDelay = (clinicId: string, doctorId: string, minutes: number) =>
  useQuery({
    queryKey: [...appointmentsKey(clinicId), 'delay', doctorId, minutes],
    queryFn: ({ signal }) => request<Items<DelayedVisit>>('GET', delayPath(clinicId, doctorId), { query: { minutes }, signal }),
    placeholderData: keepPreviousData,
  });
