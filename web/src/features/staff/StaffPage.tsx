import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { useMe } from '@/lib/api/clinics/readMe';
import { InviteStaff } from './InviteStaff';
import { StaffList } from './StaffList';

export function StaffPage({ clinicId, onVisits }: { clinicId: string; onVisits: (doctorId: string) => void }) {
  const { t } = useTranslation('staff');
  const me = useMe(clinicId);
  return (
    <Page title={t('title')} actions={me.may('INVITE_STAFF') && <InviteStaff clinicId={clinicId} />}>
      <StaffList clinicId={clinicId} kind="doctors" onVisits={onVisits} />
      <StaffList clinicId={clinicId} kind="receptionists" onVisits={onVisits} />
      <StaffList clinicId={clinicId} kind="admins" onVisits={onVisits} />
    </Page>
  );
}
