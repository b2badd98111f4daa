import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Items, Slot } from '../types';

export const slotsKey = (clinicId: string) => ['clinics', clinicId, 'slots'];

/** Days are `YYYY-MM-DD` in the zone given, both included, at most 90. */
export interface SlotSearch {
  serviceId: string;
  doctorId?: string;
  from: string;
  to: string;
  zone: string;
  /** The first so many; 1 is the first free. */
  limit?: number;
}

const listSlots = (clinicId: string, search: SlotSearch, signal?: AbortSignal) =>
  request<Items<Slot>>('GET', path`/clinics/${clinicId}/slots`, { query: { ...search }, signal });

export const useSlots = (clinicId: string, search: SlotSearch, enabled = true) =>
  useQuery({
    queryKey: [...slotsKey(clinicId), search],
    queryFn: ({ signal }) => listSlots(clinicId, search, signal),
    placeholderData: keepPreviousData,
    enabled,
  });

/** The first free time of all: asked for at a click, because the answer is as good as its moment. */
export const useFirstFree = (clinicId: string) =>
  useMutation({ mutationFn: async (search: Omit<SlotSearch, 'limit'>) => (await listSlots(clinicId, { ...search, limit: 1 })).items[0] });
