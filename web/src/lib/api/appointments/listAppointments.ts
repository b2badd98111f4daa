import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment, AppointmentStatus, Items } from '../types';

export const appointmentsKey = (clinicId: string) => ['clinics', clinicId, 'appointments'];

/** Days are `YYYY-MM-DD` in the clinic's zone, both included. */
export interface AppointmentSearch {
  from?: string;
  to?: string;
  doctorId?: string;
  patientId?: string;
  status?: AppointmentStatus;
}

const listAppointments = (clinicId: string, search: AppointmentSearch, cursor?: string) =>
  request<Items<Appointment>>('GET', path`/clinics/${clinicId}/appointments`, { query: { ...search, cursor, limit: 50 } });

export const useAppointments = (clinicId: string, search: AppointmentSearch, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...appointmentsKey(clinicId), 'list', search],
    queryFn: ({ pageParam }) => listAppointments(clinicId, search, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
    enabled,
  });
