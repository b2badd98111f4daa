import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { type useRetryParked, useMeetingAttempts } from '@/lib/api/meetings/parkedMeetings';
import type { ParkedMeeting } from '@/lib/api/types';
import { useTimes } from '@/lib/times';

interface Props {
  clinicId: string;
  zone: string;
  meeting: ParkedMeeting;
  retry: ReturnType<typeof useRetryParked>;
}

/** A meeting that waits, why, since when and until when; and on request what was tried. */
export function ParkedRow({ clinicId, zone, meeting, retry }: Props) {
  const { t } = useTranslation('trouble');
  const times = useTimes(zone);
  const [shown, details] = useDisclosure();
  const { appointmentId, problem, nextTry, possibleOrphans } = meeting;
  return (
    <Stack component="li" gap="xs">
      <div>
        <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: appointmentId }} fw={650}>
          {t('visit', { when: times.dateTime(meeting.start), doctor: meeting.doctorName })}
        </TextLink>
        <Text size="sm">{problem ? `${problem.title}. ${problem.remedy}` : t('parked.slow')}</Text>
        {possibleOrphans > 0 && <Text size="sm">{t('parked.possibleOrphans', { count: possibleOrphans })}</Text>}
        <Text size="sm" c="dimmed">
          {t('parked.since', { when: times.dateTime(meeting.since) })} {nextTry ? t('parked.nextTry', { when: times.dateTime(nextTry) }) : t('parked.noNextTry')}
        </Text>
      </div>
      <Group gap="sm">
        <Button size="sm" variant="outline" loading={retry.isPending && retry.variables === appointmentId} onClick={() => retry.mutate(appointmentId)}>
          {t('retry')}
        </Button>
        <Button size="sm" variant="subtle" aria-expanded={shown} onClick={details.toggle}>
          {t('parked.details')}
        </Button>
      </Group>
      {shown && <Attempts {...{ clinicId, zone, appointmentId }} />}
    </Stack>
  );
}

function Attempts({ clinicId, zone, appointmentId }: { clinicId: string; zone: string; appointmentId: string }) {
  const { t } = useTranslation('trouble');
  const times = useTimes(zone);
  const attempts = useMeetingAttempts(clinicId, appointmentId, true);
  const columns = ['at', 'operation', 'status', 'code', 'trackingId'] as const;
  return (
    <Loaded query={attempts}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm">{t('attempts.none')}</Text>
        ) : (
          <Table.ScrollContainer minWidth={560} tabIndex={0} role="region" aria-label={t('attempts.title')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  {columns.map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`attempts.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((attempt) => (
                  <Table.Tr key={`${attempt.at} ${attempt.operation}`}>
                    <Table.Td>{times.dateTime(attempt.at)}</Table.Td>
                    <Table.Td>{attempt.operation}</Table.Td>
                    <Table.Td>{attempt.status ?? t('attempts.noAnswer')}</Table.Td>
                    <Table.Td>{attempt.code}</Table.Td>
                    <Table.Td>{attempt.trackingId}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )
      }
    </Loaded>
  );
}
