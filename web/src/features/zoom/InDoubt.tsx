import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { StateBadge } from '@/components/StateBadge';
import { useLookedAfter } from '@/lib/api/meetings/drift';
import type { MeetingInDoubt } from '@/lib/api/types';
import type { useTimes } from '@/lib/times';

const looks = {
  POSSIBLE: { tone: 'attention', icon: IconAlertTriangle },
  TO_BE_REMOVED: { tone: 'info', icon: IconClockHour4 },
  ADOPTED: { tone: 'good', icon: IconCheck },
  REMOVED: { tone: 'good', icon: IconCheck },
  NOT_MADE: { tone: 'plain', icon: IconCheck },
  LOOKED_AFTER: { tone: 'plain', icon: IconCheck },
} as const;

interface Props {
  clinicId: string;
  times: ReturnType<typeof useTimes>;
  meetings: MeetingInDoubt[];
}

/** Meetings whose making Zoom did not confirm, or that were one too many, by their names, and what became of each. */
export function InDoubt({ clinicId, times, meetings }: Props) {
  const { t } = useTranslation('zoom');
  const lookedAfter = useLookedAfter(clinicId);
  return (
    <>
      <ProblemAlert failure={lookedAfter.error} />
      <RowList>
        {meetings.map(({ id, appointmentId, zoomMeetingId, marker, host, since, fate }) => (
          <Stack component="li" gap={4} key={id} align="flex-start">
            <Group justify="space-between" w="100%">
              <Text fw={650}>{zoomMeetingId ? t('doubt.meeting', { id: zoomMeetingId }) : t('doubt.unknown', { marker })}</Text>
              <StateBadge {...looks[fate]}>{t(`doubt.fate.${fate}`)}</StateBadge>
            </Group>
            <Text size="sm" c="dimmed">
              {t('doubt.where', { host: host ?? t('doubt.someHost'), time: times.dateTime(since) })}{' '}
              <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: appointmentId }} size="sm">
                {t('doubt.visit')}
              </TextLink>
            </Text>
            {fate === 'POSSIBLE' && (
              <>
                <Text size="sm">{t('doubt.remedy', { marker })}</Text>
                <Button
                  variant="default"
                  size="sm"
                  loading={lookedAfter.isPending && lookedAfter.variables === id}
                  onClick={() => lookedAfter.mutate(id)}
                  aria-label={t('doubt.lookedAfterLabelled', { marker })}
                >
                  {t('doubt.lookedAfter')}
                </Button>
              </>
            )}
          </Stack>
        ))}
      </RowList>
    </>
  );
}
