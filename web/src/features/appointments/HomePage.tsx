import { useMe } from '@/lib/api/clinics/readMe';
import { PatientVisitsPage } from './PatientVisitsPage';
import { TodayPage } from './TodayPage';

export function HomePage({ clinicId }: { clinicId: string }) {
  const { staff } = useMe(clinicId);
  return staff ? <TodayPage clinicId={clinicId} /> : <PatientVisitsPage clinicId={clinicId} />;
}
