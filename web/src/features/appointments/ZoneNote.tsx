import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReaderTimes } from './useReaderTimes';

/** Names the zone that the times on a screen are in. */
export function ZoneNote({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('common');
  const times = useReaderTimes(clinicId);
  return (
    <Text size="sm" c="dimmed">
      {t('timesIn', { zone: times.zoneName(new Date().toISOString()) })}
    </Text>
  );
}
