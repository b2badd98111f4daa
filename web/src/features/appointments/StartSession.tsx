import { Alert, Anchor, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconInfoCircle, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
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
function useStart(clinicId: string, appointment: Appointment) {
  const { t } = useTranslation('appointments');
  const start = useStartMeeting(clinicId, appointment.id);
  const [advised, setAdvised] = useState<Start>();
  const open = (reason?: string, onOpened?: () => void) => {
    setAdvised(undefined);
    const tab = openTabEarly(t('start.opening'));
    start.mutate(reason, {
      onSuccess: (answer) => {
        if (answer.advice) setAdvised(answer);
        // Without a tab of its own the advice would vanish with this page: it then offers the link instead.
        if (!answer.advice || tab.opened()) tab.go(answer.startUrl);
        onOpened?.();
      },
      onError: tab.close,
    });
  };
  return { open, advised, pending: start.isPending, failure: start.error };
}

export function StartSession({ clinicId, appointment, size = 'md' }: Props) {
  const { t } = useTranslation('appointments');
  const start = useStart(clinicId, appointment);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size={size}
        onClick={() => start.open()}
        loading={start.pending}
        leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
        aria-label={t('start.labelled', { patient: appointment.patientName })}
      >
        {t('start.button')}
      </Button>
      <ProblemAlert failure={start.failure} />
      <Advice advised={start.advised} />
    </Stack>
  );
}

/** An Administrator's way into somebody else's visit: with a reason, which its doctor is told. */
export function StartAsAdministrator({ clinicId, appointment }: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  const [asking, ask] = useDisclosure();
  const start = useStart(clinicId, appointment);
  const form = useFields({ reason: '' }, start.failure);
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" onClick={ask.open} leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}>
        {t('start.administrator')}
      </Button>
      <Advice advised={start.advised} />
      <Modal opened={asking} onClose={ask.close} title={t('start.administratorTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <Form
          onSubmit={() => start.open(form.values.reason.trim(), ask.close)}
          failure={start.failure}
          fields={form.names}
          actions={
            <Group justify="flex-end">
              <Button variant="default" onClick={ask.close}>
                {t('start.administratorKeep')}
              </Button>
              <Button type="submit" loading={start.pending}>
                {t('start.button')}
              </Button>
            </Group>
          }
        >
          <Text>{t('start.administratorWords', { doctor: appointment.doctorName })}</Text>
          <Textarea {...form.field('reason')} label={t('start.reason')} maxLength={500} required data-autofocus />
        </Form>
      </Modal>
    </Stack>
  );
}

function Advice({ advised }: { advised?: Start }) {
  const { t } = useTranslation('appointments');
  return (
    advised && (
      <Alert role="status" color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('start.adviceTitle')}>
        {advised.advice}{' '}
        <Anchor href={advised.startUrl} target="_blank" rel="noopener noreferrer">
          {t('start.openAnyway')}
        </Anchor>
      </Alert>
    )
  );
}
