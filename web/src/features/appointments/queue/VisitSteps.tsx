import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useRecordAttendance } from '@/lib/api/appointments/recordAttendance';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { useNow } from '../useNow';
import { stepsOf } from './visitSteps';

interface Props {
  clinicId: string;
  appointment: Appointment;
  size?: 'sm' | 'md';
  /** Another button is the likeliest next step here. */
  quiet?: boolean;
}

/** What may be noted down of a visit now: that somebody has come, is being seen, has gone or never came. */
export function VisitSteps({ clinicId, appointment, size = 'md', quiet = false }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const now = useNow();
  const record = useRecordAttendance(clinicId, appointment.id);
  const steps = stepsOf(appointment, now);
  if (!me.may('RECORD_ATTENDANCE') || steps.length === 0) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Group gap="xs">
        {steps.map(({ name, to }, i) => (
          <Button
            key={name}
            size={size}
            variant={i === 0 && !quiet ? 'filled' : 'default'}
            loading={record.isPending && record.variables === to}
            onClick={() => record.mutate(to)}
            aria-label={t('step.labelled', { step: t(`step.${name}`), patient: appointment.patientName })}
          >
            {t(`step.${name}`)}
          </Button>
        ))}
      </Group>
      <ProblemAlert failure={record.error} />
    </Stack>
  );
}
