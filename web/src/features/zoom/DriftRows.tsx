import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import type { FoundDrift } from '@/lib/api/types';
import type { useTimes } from '@/lib/times';

const looks = {
  RESTORED: { tone: 'good', icon: IconCheck },
  ACCEPTED: { tone: 'plain', icon: IconCheck },
  MADE_AGAIN: { tone: 'good', icon: IconCheck },
  PARKED: { tone: 'trouble', icon: IconAlertTriangle },
  LEFT: { tone: 'attention', icon: IconAlertTriangle },
  UNDER_WAY: { tone: 'info', icon: IconClockHour4 },
} as const;

interface Props {
  clinicId: string;
  times: ReturnType<typeof useTimes>;
  findings: FoundDrift[];
}

/** Each meeting that was not as it should be: what was found, and what was done. */
export function DriftRows({ clinicId, times, findings }: Props) {
  const { t } = useTranslation('zoom');
  return (
    <RowList>
      {findings.map(({ appointmentId, start, doctorName, found, done, problem }) => {
        const state = done ?? 'UNDER_WAY';
        return (
          <Stack component="li" gap={4} key={appointmentId + found}>
            <Group justify="space-between">
              <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: appointmentId }} fw={650}>
                {t('drift.visit', { time: times.dateTime(start), doctor: doctorName })}
              </TextLink>
              <StateBadge {...looks[state]}>{t(`drift.done.${state}`)}</StateBadge>
            </Group>
            <Text size="sm">{t(`drift.found.${found}`)}</Text>
            {problem && (
              <Text size="sm" c="dimmed">
                {problem.title}. {problem.remedy}
              </Text>
            )}
          </Stack>
        );
      })}
    </RowList>
  );
}
