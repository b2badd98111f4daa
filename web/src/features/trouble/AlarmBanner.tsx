import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { useMe } from '@/lib/api/clinics/readMe';
import { useLinkAlarms } from '@/lib/api/meetings/linkAlarms';

/** On the screens of the working day, while a visit that begins soon has no working link. */
export function AlarmBanner({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('trouble');
  const { staff, may } = useMe(clinicId);
  const { data } = useLinkAlarms(clinicId, staff && may('RETRY_MEETING'));
  const open = data?.items.filter((alarm) => !alarm.acknowledgedAt) ?? [];
  if (open.length === 0) return null;
  const urgent = open.some((alarm) => alarm.lastHour);
  return (
    <Alert role="status" color={urgent ? 'brick' : 'marigold'} icon={<IconAlertTriangle aria-hidden />} title={t(urgent ? 'banner.hour' : 'banner.day', { count: open.length })} mb="md">
      <TextLink to="/clinics/$clinicId/meetings" params={{ clinicId }}>
        {t('banner.open')}
      </TextLink>
    </Alert>
  );
}
