import { useDirection } from '@mantine/core';
import { useClinic } from '@/lib/api/clinics/readClinic';
import { useMe } from '@/lib/api/clinics/readMe';
import { browserZone, useTimes } from '@/lib/times';

/** Staff think in the clinic's day; a patient in their own, wherever they are. */
export function useReaderTimes(clinicId: string) {
  const clinic = useClinic(clinicId);
  const { staff } = useMe(clinicId);
  const { dir } = useDirection();
  const zone = staff ? clinic.timeZone : browserZone();
  return { ...useTimes(zone), zone, clinicZone: clinic.timeZone, rtl: dir === 'rtl' };
}
