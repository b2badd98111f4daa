import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/Page';
import { BookingRulesSection } from './BookingRulesSection';
import { ProfileSection } from './ProfileSection';
import { VideoRulesSection } from './VideoRulesSection';

interface Props {
  clinicId: string;
  /** The clinic's holidays. */
  holidays: ReactNode;
}

/** What a clinic says of itself, and the rules its visits are booked and held by. */
export function ClinicSettingsPage({ clinicId, holidays }: Props) {
  const { t } = useTranslation('clinics');
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')} narrow>
      <ProfileSection clinicId={clinicId} />
      {holidays}
      <BookingRulesSection clinicId={clinicId} />
      <VideoRulesSection clinicId={clinicId} />
    </Page>
  );
}
