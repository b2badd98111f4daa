import { Alert, List, Text } from '@mantine/core';
import { IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTomorrow } from '@/lib/api/zoom/readTomorrow';

/** Says the day before whose video visits will not work, while there is time. Nothing where all do. */
export function UnreadyTomorrow({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('zoom');
  const items = useTomorrow(clinicId).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert role="region" aria-label={t('tomorrow.title')} color="marigold" icon={<IconVideoOff aria-hidden />} title={t('tomorrow.title')}>
      <List spacing="xs">
        {items.map(({ doctorId, doctorName, visits, problem }) => (
          <List.Item key={doctorId}>
            <Text fw={650}>{t('tomorrow.doctor', { doctor: doctorName, count: visits })}</Text>
            {problem && (
              <Text size="sm">
                {problem.title}. {problem.remedy}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
