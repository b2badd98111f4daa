import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, Patient } from '../types';

export const patientsKey = (clinicId: string) => ['clinics', clinicId, 'patients'];

const listPatients = (clinicId: string, query: string, cursor?: string) =>
  request<Items<Patient>>('GET', path`/clinics/${clinicId}/patients`, { query: { query, cursor, limit: 20 } });

export const usePatients = (clinicId: string, query: string, enabled = true) =>
  useInfiniteQuery({
    queryKey: [...patientsKey(clinicId), query],
    queryFn: ({ pageParam }) => listPatients(clinicId, query, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled,
  });
