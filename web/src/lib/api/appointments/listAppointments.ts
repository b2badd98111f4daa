import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { href, path, request } from '../client';
import type { Appointment, AppointmentStatus, Items, Mode } from '../types';

export const appointmentsKey = (clinicId: string) => ['clinics', clinicId, 'appointments'];

/** Days are `YYYY-MM-DD` in the clinic's zone, both included. */
export interface AppointmentSearch {
  from?: string;
  to?: string;
  doctorId?: string[];
  patientId?: string;
  status?: AppointmentStatus[];
  serviceId?: string;
  mode?: Mode;
  query?: string;
}

/** Where the same list is to be had as a table. */
export const appointmentsExport = (clinicId: string, search: AppointmentSearch) => href(path`/clinics/${clinicId}/appointments.csv`, { ...search });

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
