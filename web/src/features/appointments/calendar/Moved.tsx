import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useChangeAnyAppointment } from '@/lib/api/appointments/changeAppointment';
import type { Appointment } from '@/lib/api/types';
import { useReaderTimes } from '../useReaderTimes';

interface Props {
  clinicId: string;
  before: Appointment;
  after: Appointment;
  onClose: () => void;
}

/** What was moved, and the way back. */
export function Moved({ clinicId, before, after, onClose }: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  const times = useReaderTimes(clinicId);
  const change = useChangeAnyAppointment(clinicId);
  const undo = () =>
    change.mutate(
      { appointment: after, change: { start: before.start, ...(before.doctorId !== after.doctorId && { doctorId: before.doctorId }) } },
      { onSuccess: onClose },
    );
  return (
    <Alert role="status" color="pine" icon={<IconCalendarCheck aria-hidden />} withCloseButton onClose={onClose} closeButtonLabel={t('common:close')}>
      <Stack gap="sm">
        <Group justify="space-between">
          {t('move.done', { patient: after.patientName, when: times.dateTime(after.start), doctor: after.doctorName })}
          <Button size="sm" variant="default" loading={change.isPending} onClick={undo}>
            {t('move.undo')}
          </Button>
        </Group>
        <ProblemAlert failure={change.error} />
      </Stack>
    </Alert>
  );
}
