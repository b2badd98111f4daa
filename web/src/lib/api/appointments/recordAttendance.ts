import { useMutation, useQueryClient } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment, AppointmentStatus } from '../types';
import { appointmentsKey } from './listAppointments';

const recordAttendance = (clinicId: string, id: string, status: AppointmentStatus) =>
  request<Appointment>('PUT', path`/clinics/${clinicId}/appointments/${id}/status`, { body: { status } });

/** The next step of a visit's life. Where it was taken by somebody else meanwhile, the list shows so. */
export function useRecordAttendance(clinicId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (status: AppointmentStatus) => recordAttendance(clinicId, id, status),
    onSettled: () => queries.invalidateQueries({ queryKey: appointmentsKey(clinicId) }),
  });
}
