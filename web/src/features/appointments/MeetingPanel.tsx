import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useMe } from '@/lib/api/clinics/readMe';
import { useMeeting } from '@/lib/api/meetings/readMeeting';
import { useRetryMeeting } from '@/lib/api/meetings/retryMeeting';
import type { Appointment, MeetingState } from '@/lib/api/types';
import { MeetingStateBadge } from './MeetingStateBadge';
import { VisitLinks } from './VisitLinks';

interface Props {
  clinicId: string;
  appointment: Appointment;
  meeting: MeetingState;
}

/** How the Zoom meeting stands, followed live, and what to do where it does not stand well. */
export function MeetingPanel({ clinicId, appointment, meeting }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
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
        {details.data?.warnings?.map(({ code, title, remedy }) => (
          <Alert key={code} color="marigold" icon={<IconInfoCircle aria-hidden />} title={title}>
            {remedy}
          </Alert>
        ))}
        {(details.data?.possibleOrphans?.length ?? 0) > 0 && (
          <Alert color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('meeting.orphanTitle')}>
            {t('meeting.orphan')}
          </Alert>
        )}
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
