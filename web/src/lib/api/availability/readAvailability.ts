import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Availability } from '../types';

export const availabilityKey = (clinicId: string, doctorId: string) => ['clinics', clinicId, 'doctors', doctorId, 'availability'];

/** Not refreshed behind the reader's back: the answer fills a form. */
export const useAvailability = (clinicId: string, doctorId: string) =>
  useQuery({
    queryKey: availabilityKey(clinicId, doctorId),
    queryFn: () => request<Availability>('GET', path`/clinics/${clinicId}/doctors/${doctorId}/availability`),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
