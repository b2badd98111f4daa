import { Stack, Text, Title } from '@mantine/core';
import { IconMapPin, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DelayBadge } from '@/components/DelayBadge';
import { StateBadge } from '@/components/StateBadge';
import type { Visit } from '@/lib/api/types';
import { browserZone, sameClock, useTimes } from '@/lib/times';
import { JoinPanel } from './JoinPanel';
import { useServerClock } from './useServerClock';
import { visitState } from './visitState';

export function VisitCard({ token, visit }: { token: string; visit: Visit }) {
  const { t } = useTranslation(['visits', 'common']);
  const zone = browserZone();
  const here = useTimes(zone);
  const there = useTimes(visit.timeZone);
  const now = useServerClock(visit.now);
  const { start, end, mode } = visit;
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h1">
          {here.range(start, end)}
        </Title>
        <Text size="lg">{here.date(start)}</Text>
        <div role="status">
          <DelayBadge minutes={visit.lateMinutes} />
        </div>
        <Text size="sm" c="dimmed">
          {here.zoneName(start)}
        </Text>
        {!sameClock(zone, visit.timeZone, start) && (
          <Text size="sm" c="dimmed">
            {t('elsewhere', { when: there.dateTime(start), zone: there.zoneName(start) })}
          </Text>
        )}
      </div>
      <div>
        <Text>{t('who', { service: visit.serviceName, doctor: visit.doctorName })}</Text>
        <StateBadge tone="plain" icon={mode === 'VIDEO' ? IconVideo : IconMapPin}>
          {t(`common:mode.${mode}`)}
        </StateBadge>
      </div>
      <JoinPanel token={token} visit={visit} state={visitState(visit, now)} now={now} opens={here.time(visit.joinOpensAt)} />
    </Stack>
  );
}
