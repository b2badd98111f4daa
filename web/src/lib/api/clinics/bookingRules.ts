import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { BookingRules } from '../types';

const key = (clinicId: string) => ['clinics', clinicId, 'booking-rules'];

/** Not refreshed behind the reader's back: the answer fills a form. */
export const useBookingRules = (clinicId: string) =>
  useQuery({
    queryKey: key(clinicId),
    queryFn: () => request<BookingRules>('GET', path`/clinics/${clinicId}/booking-rules`),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export function useChangeBookingRules(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (rules: BookingRules) => request<BookingRules>('PUT', path`/clinics/${clinicId}/booking-rules`, { body: rules }),
    onSuccess: (rules) => queries.setQueryData(key(clinicId), rules),
  });
}
