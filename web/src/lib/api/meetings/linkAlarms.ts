import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { appointmentsKey } from '../appointments/listAppointments';
import { path, request } from '../client';
import type { LinkAlarms } from '../types';
import { parkedKey } from './parkedMeetings';

export const linkAlarmsKey = (clinicId: string) => ['clinics', clinicId, 'link-alarms'];

/** Visits that begin soon and have no working link. */
export const useLinkAlarms = (clinicId: string, enabled = true) =>
  useQuery({
    queryKey: linkAlarmsKey(clinicId),
    queryFn: () => request<LinkAlarms>('GET', path`/clinics/${clinicId}/link-alarms`),
    refetchInterval: 60_000,
    enabled,
  });

export type AlarmStep = { step: 'retry' | 'acknowledge' | 'fallback' } | { step: 'switch'; doctorId: string };

/** What can be done about one of them. */
export function useAlarmStep(clinicId: string, appointmentId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: AlarmStep) => {
      const appointment = path`/clinics/${clinicId}/appointments/${appointmentId}`;
      const alarm = path`/clinics/${clinicId}/link-alarms/${appointmentId}`;
      switch (wanted.step) {
        case 'retry':
          return request<void>('POST', `${appointment}/meeting/retry`);
        case 'switch':
          return request<void>('PATCH', appointment, { body: { doctorId: wanted.doctorId } });
        default:
          return request<void>('POST', `${alarm}/${wanted.step}`);
      }
    },
    onSettled: () => {
      for (const queryKey of [linkAlarmsKey(clinicId), parkedKey(clinicId), appointmentsKey(clinicId)]) void queries.invalidateQueries({ queryKey });
    },
  });
}
