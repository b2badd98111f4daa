import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment } from '../types';
import type { Override } from './bookAppointment';
import { appointmentsKey } from './listAppointments';

export interface WalkIn {
  doctorId: string;
  serviceId: string;
  patientId: string;
  override?: Override;
}

/** Somebody is there, and is seen now. */
export function useSeeNow(clinicId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: WalkIn) => request<Appointment>('POST', path`/clinics/${clinicId}/appointments/walk-in`, { body }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) }),
  });
}
