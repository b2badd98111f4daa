import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Availability } from '../types';
import { slotsKey } from './listSlots';
import { availabilityKey } from './readAvailability';

const writeAvailability = (clinicId: string, doctorId: string, body: Availability) =>
  request<Availability>('PUT', path`/clinics/${clinicId}/doctors/${doctorId}/availability`, { body });

export function useWriteAvailability(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (availability: Availability) => writeAvailability(clinicId, doctorId, availability),
    onSuccess: (stored) => {
      queries.setQueryData(availabilityKey(clinicId, doctorId), stored);
      return queries.invalidateQueries({ queryKey: slotsKey(clinicId) });
    },
  });
}
