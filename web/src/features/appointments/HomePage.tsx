import { useMe } from '@/lib/api/clinics/readMe';
import { PatientVisitsPage } from './PatientVisitsPage';
import { TodayPage, type TodayPageProps } from './TodayPage';

export function HomePage(props: TodayPageProps) {
  const { staff } = useMe(props.clinicId);
  return staff ? <TodayPage {...props} /> : <PatientVisitsPage clinicId={props.clinicId} />;
}
