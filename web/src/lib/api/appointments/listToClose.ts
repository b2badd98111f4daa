import { useQuery } from '@tanstack/react-query';
import { path, request } from '../client';
import type { Appointment } from '../types';
import { appointmentsKey } from './listAppointments';

const listToClose = (clinicId: string) => request<{ items: Appointment[] }>('GET', path`/clinics/${clinicId}/appointments/to-close`);

/** Visits that should be over and that nobody closed, the oldest first. */
export const useToClose = (clinicId: string, enabled: boolean) =>
  useQuery({ queryKey: [...appointmentsKey(clinicId), 'to-close'], queryFn: () => listToClose(clinicId), refetchInterval: 60_000, enabled });
