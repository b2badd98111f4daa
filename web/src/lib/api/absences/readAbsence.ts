import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { AbsencePlan } from '../types';

/** Days are `YYYY-MM-DD` and times `HH:MM` in the clinic's zone; without times, whole days. */
export interface AbsenceRange {
  date: string;
  lastDate: string;
  from?: string;
  to?: string;
}

/** The visits that an absence hits. */
export const useAbsence = (clinicId: string, doctorId: string, range: AbsenceRange) =>
  useQuery({
    queryKey: [...appointmentsKey(clinicId), 'absence', doctorId, range],
    queryFn: ({ signal }) => request<AbsencePlan>('GET', path`/clinics/${clinicId}/doctors/${doctorId}/absence`, { query: { ...range }, signal }),
    placeholderData: keepPreviousData,
  });
