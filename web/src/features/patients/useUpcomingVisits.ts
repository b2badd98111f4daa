import { useAppointments } from '@/lib/api/appointments/listAppointments';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { addDays, dayIn } from '@/lib/times';

/** What is booked for one patient, as far ahead as anything is; in the clinic's time. */
export function useUpcomingVisits(clinicId: string, patientId: string) {
  const { timeZone } = useClinic(clinicId);
  const today = dayIn(timeZone, Date.now());
  const visits = useAppointments(clinicId, { patientId, from: today, to: addDays(today, 366), status: ['BOOKED'] });
  return { visits, timeZone };
}
