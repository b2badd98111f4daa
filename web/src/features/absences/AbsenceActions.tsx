import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/links';
import { useMe } from '@/lib/api/clinics/readMe';
import { LateButton } from './LateButton';

/** For the working day: a doctor runs late, or is away. */
export function AbsenceActions({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('absences');
  const me = useMe(clinicId);
  if (!me.may('MANAGE_ABSENCE')) return null;
  return (
    <>
      <LateButton clinicId={clinicId} />
      <ButtonLink variant="default" to="/clinics/$clinicId/absences" params={{ clinicId }}>
        {t('open')}
      </ButtonLink>
    </>
  );
}
