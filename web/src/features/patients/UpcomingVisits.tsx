import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { useTimes } from '@/lib/times';
import { useUpcomingVisits } from './useUpcomingVisits';

export function UpcomingVisits({ clinicId, patientId }: { clinicId: string; patientId: string }) {
  const { t } = useTranslation('patients');
  const { visits, timeZone } = useUpcomingVisits(clinicId, patientId);
  const times = useTimes(timeZone);
  return (
    <Section title={t('visits.title')} lead={t('visits.lead')}>
      <Loaded query={visits}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Text c="dimmed">{t('visits.none')}</Text>;
          return (
            <RowList>
              {items.map(({ id, start, serviceName, doctorName }) => (
                <Group component="li" key={id} justify="space-between">
                  <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id }}>
                    {times.dateTime(start)}
                  </TextLink>
                  <Text size="sm" c="dimmed">
                    {[serviceName, doctorName].join(' · ')}
                  </Text>
                </Group>
              ))}
            </RowList>
          );
        }}
      </Loaded>
      <MoreButton query={visits} />
    </Section>
  );
}
