import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useAppointment } from '@/lib/api/appointments/readAppointment';
import { useLive } from '@/lib/api/clinicEvents';
import { AppointmentDetail } from './AppointmentDetail';

export function AppointmentPage({ clinicId, id }: { clinicId: string; id: string }) {
  const { t } = useTranslation('appointments');
  const appointment = useAppointment(clinicId, id, useLive());
  return (
    <Page title={t('detail.title')}>
      <Loaded query={appointment}>{(data) => <AppointmentDetail clinicId={clinicId} appointment={data} />}</Loaded>
    </Page>
  );
}
