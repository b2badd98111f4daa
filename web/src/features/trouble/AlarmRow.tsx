import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { ProblemAlert } from '@/components/ProblemAlert';
import { StateBadge } from '@/components/StateBadge';
import { type AlarmStep, useAlarmStep } from '@/lib/api/meetings/linkAlarms';
import type { LinkAlarm } from '@/lib/api/types';
import { useTimes } from '@/lib/times';

interface Props {
  clinicId: string;
  zone: string;
  alarm: LinkAlarm;
  hasFallback: boolean;
}

/** A visit that begins soon without a working link, and what can be done. */
export function AlarmRow({ clinicId, zone, alarm, hasFallback }: Props) {
  const { t } = useTranslation('trouble');
  const times = useTimes(zone);
  const step = useAlarmStep(clinicId, alarm.appointmentId);
  const button = (wanted: AlarmStep, words: string, filled = false) => (
    <Button
      key={words}
      size="sm"
      variant={filled ? 'filled' : 'outline'}
      loading={step.isPending && JSON.stringify(step.variables) === JSON.stringify(wanted)}
      onClick={() => step.mutate(wanted)}
    >
      {words}
    </Button>
  );
  return (
    <Stack component="li" gap="xs">
      <Group justify="space-between" align="flex-start">
        <div>
          <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: alarm.appointmentId }} fw={650}>
            {t('visit', { when: times.dateTime(alarm.start), doctor: alarm.doctorName })}
          </TextLink>
          {alarm.problem && (
            <Text size="sm">
              {alarm.problem.title}. {alarm.problem.remedy}
            </Text>
          )}
          {alarm.fallbackSentAt && (
            <Text size="sm" c="dimmed">
              {t('alarms.fallbackSent', { when: times.dateTime(alarm.fallbackSentAt) })}
            </Text>
          )}
        </div>
        {alarm.acknowledgedAt ? (
          <StateBadge tone="plain" icon={IconCheck}>
            {t('alarms.acknowledged', { who: alarm.acknowledgedBy, when: times.dateTime(alarm.acknowledgedAt) })}
          </StateBadge>
        ) : (
          <StateBadge tone={alarm.lastHour ? 'trouble' : 'attention'} icon={IconAlertTriangle}>
            {t(alarm.lastHour ? 'alarms.hour' : 'alarms.day')}
          </StateBadge>
        )}
      </Group>
      <ProblemAlert failure={step.error} />
      <Group gap="sm">
        {button({ step: 'retry' }, t('retry'), true)}
        {alarm.otherHosts.map(({ doctorId, doctorName }) => button({ step: 'switch', doctorId }, t('alarms.switch', { doctor: doctorName })))}
        {hasFallback && !alarm.fallbackSentAt && button({ step: 'fallback' }, t('alarms.fallback'))}
        {!alarm.acknowledgedAt && button({ step: 'acknowledge' }, t('alarms.acknowledge'))}
      </Group>
    </Stack>
  );
}
