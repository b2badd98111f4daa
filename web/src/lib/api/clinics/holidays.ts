import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Holiday, Items, LeftOutside, NewHoliday } from '../types';

const key = (clinicId: string) => ['clinics', clinicId, 'holidays'];

export const useHolidays = (clinicId: string) =>
  useQuery({ queryKey: key(clinicId), queryFn: () => request<Items<Holiday>>('GET', path`/clinics/${clinicId}/holidays`) });

/** The booked visits that a holiday would hit. */
export const usePreviewHoliday = (clinicId: string) =>
  useMutation({
    mutationFn: ({ firstDate, lastDate }: NewHoliday) => request<LeftOutside>('POST', path`/clinics/${clinicId}/holidays/preview`, { body: { firstDate, lastDate } }),
  });

export function useAddHoliday(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (holiday: NewHoliday) => request<Holiday>('POST', path`/clinics/${clinicId}/holidays`, { body: holiday }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['clinics', clinicId] }),
  });
}

export function useRemoveHoliday(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (holidayId: string) => request<void>('DELETE', path`/clinics/${clinicId}/holidays/${holidayId}`),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['clinics', clinicId] }),
  });
}
