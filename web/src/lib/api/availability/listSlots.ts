import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, Slot } from '../types';

export const slotsKey = (clinicId: string) => ['clinics', clinicId, 'slots'];

/** Days are `YYYY-MM-DD` in the clinic's zone, both included, at most 31. */
export interface SlotSearch {
  serviceId: string;
  doctorId?: string;
  from: string;
  to: string;
}

export const useSlots = (clinicId: string, search: SlotSearch, enabled = true) =>
  useQuery({
    queryKey: [...slotsKey(clinicId), search],
    queryFn: ({ signal }) => request<Items<Slot>>('GET', path`/clinics/${clinicId}/slots`, { query: { ...search }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
