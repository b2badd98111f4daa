import { useMutation, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { slotsKey } from '../availability/listSlots';
import { availabilityKey } from '../availability/readAvailability';
import { path, request } from '../client';
import type { AbsenceDecision, AbsenceOutcome, Items } from '../types';

export function useConfirmAbsence(clinicId: string, doctorId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AbsenceDecision) => request<Items<AbsenceOutcome>>('POST', path`/clinics/${clinicId}/doctors/${doctorId}/absence`, { body }),
    onSettled: () => {
      for (const queryKey of [appointmentsKey(clinicId), slotsKey(clinicId), availabilityKey(clinicId, doctorId)]) void queries.invalidateQueries({ queryKey });
    },
  });
}
