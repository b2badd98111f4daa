import { Alert, Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useMe } from '@/lib/api/clinics/readMe';
import { useMeeting } from '@/lib/api/meetings/readMeeting';
import { useRetryMeeting } from '@/lib/api/meetings/retryMeeting';
import type { Appointment, MeetingState } from '@/lib/api/types';
import { MeetingStateBadge } from './MeetingStateBadge';
import { useReaderTimes } from './useReaderTimes';
import { VisitLinks } from './VisitLinks';

/** Zoom's names of the privacy settings that an account may override. */
const settings = [
  'waiting_room',
  'join_before_host',
  'use_pmi',
  'auto_recording',
  'auto_start_meeting_summary',
  'auto_start_ai_companion_questions',
  'meeting_authentication',
  'approval_type',
  'continuous_meeting_chat',
  'password',
] as const;
const isKnown = (setting: string): setting is (typeof settings)[number] => settings.some((known) => known === setting);

interface Props {
  clinicId: string;
  appointment: Appointment;
  meeting: MeetingState;
}

/** How the Zoom meeting stands, followed live, and what to do where it does not stand well. */
export function MeetingPanel({ clinicId, appointment, meeting }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const share = me.staff && me.may('SHARE_JOIN_LINK');
  const details = useMeeting(clinicId, appointment.id, share);
  const { status } = meeting;
  const problem = meeting.problem ?? details.data?.problem;
  return (
    <Paper component="section" aria-labelledby="meeting">
      <Stack gap="md" align="stretch">
        <Title order={2} id="meeting">
          {t('meeting.title')}
        </Title>
        <div role="status">
          <MeetingStateBadge status={status} />
          <Text mt="xs">{t(`meeting.words.${status}`)}</Text>
        </div>
        {problem && (
          <Alert color={status === 'FAILED' ? 'brick' : 'marigold'} icon={<IconAlertTriangle aria-hidden />} title={problem.title}>
            {problem.remedy}
          </Alert>
        )}
        {status === 'FAILED' && me.may('RETRY_MEETING') && <RetryMeeting clinicId={clinicId} appointmentId={appointment.id} />}
        {(details.data?.differences.length ?? 0) > 0 && (
          <List size="sm" aria-label={t('meeting.differences')}>
            {details.data?.differences.map((setting) => (
              <List.Item key={setting}>{isKnown(setting) ? t(`meeting.difference.${setting}`) : setting}</List.Item>
            ))}
          </List>
        )}
        {(details.data?.possibleOrphans.length ?? 0) > 0 && (
          <Alert color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('meeting.orphanTitle')}>
            {t('meeting.orphan')}
          </Alert>
        )}
        {details.data?.administratorStarts.map(({ at, reason }) => (
          <Text key={at} size="sm">
            {t(reason ? 'meeting.administratorStart' : 'meeting.administratorStartWithoutReason', { when: times.exact(at), reason })}
          </Text>
        ))}
        {share && status !== 'REMOVED' && <VisitLinks clinicId={clinicId} appointmentId={appointment.id} joinUrl={details.data?.joinUrl} passcode={details.data?.passcode} />}
      </Stack>
    </Paper>
  );
}

function RetryMeeting({ clinicId, appointmentId }: { clinicId: string; appointmentId: string }) {
  const { t } = useTranslation('appointments');
  const retry = useRetryMeeting(clinicId, appointmentId);
  return (
    <Stack align="flex-start" gap="xs">
      <ProblemAlert failure={retry.error} />
      <Button loading={retry.isPending} onClick={() => retry.mutate()}>
        {t('meeting.retry')}
      </Button>
    </Stack>
  );
}
