import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { IconInfoCircle, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useStartMeeting } from '@/lib/api/meetings/startMeeting';
import type { Appointment, Start } from '@/lib/api/types';
import { openTabEarly } from '@/lib/outside';

interface Props {
  clinicId: string;
  appointment: Appointment;
  size?: 'sm' | 'md';
}

export const startable = ({ status, meeting }: Appointment) =>
  ['BOOKED', 'CHECKED_IN', 'IN_PROGRESS'].includes(status) && ['READY', 'STARTED', 'ENDED'].includes(meeting?.status ?? '');

/** The start link is fetched at the click and never kept: it lets anyone host. */
export function StartSession({ clinicId, appointment, size = 'md' }: Props) {
  const { t } = useTranslation('appointments');
  const start = useStartMeeting(clinicId, appointment.id);
  const [advised, setAdvised] = useState<Start>();

  const open = () => {
    setAdvised(undefined);
    const tab = openTabEarly(t('start.opening'));
    start.mutate(undefined, {
      onSuccess: (answer) => {
        if (answer.advice) setAdvised(answer);
        // Without a tab of its own the advice would vanish with this page: it then offers the link instead.
        if (!answer.advice || tab.opened()) tab.go(answer.startUrl);
      },
      onError: tab.close,
    });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size={size}
        onClick={open}
        loading={start.isPending}
        leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
        aria-label={t('start.labelled', { patient: appointment.patientName })}
      >
        {t('start.button')}
      </Button>
      <ProblemAlert failure={start.error} />
      {advised && (
        <Alert role="status" color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('start.adviceTitle')}>
          {advised.advice}{' '}
          <Anchor href={advised.startUrl} target="_blank" rel="noopener noreferrer">
            {t('start.openAnyway')}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
}
