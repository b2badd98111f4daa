import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useToClose } from '@/lib/api/appointments/listToClose';
import { useMe } from '@/lib/api/clinics/readMe';
import { type CalendarDay, dayIn } from '@/lib/times';
import { AppointmentRow } from '../AppointmentRow';
import rows from '../AppointmentRow.module.css';
import { useReaderTimes } from '../useReaderTimes';
import { VisitSteps } from './VisitSteps';

/** What earlier days left open: whether the visit took place, nobody but a person can say. */
export function ToClose({ clinicId, today }: { clinicId: string; today: CalendarDay }) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const open = useToClose(clinicId, me.may('RECORD_ATTENDANCE'));
  const earlier = (open.data?.items ?? []).filter(({ start, doctorId }) => dayIn(times.clinicZone, start) < today && (!me.doctorId || doctorId === me.doctorId));
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="to-close">
      <Title order={2} size="h3" id="to-close">
        {t('toClose.title', { count: earlier.length })}
      </Title>
      <Text c="dimmed" mb="xs">
        {t('toClose.hint')}
      </Text>
      <ul className={rows.list}>
        {earlier.map((appointment) => (
          <AppointmentRow
            key={appointment.id}
            {...{ clinicId, appointment, times }}
            lead="patient"
            note={<Text size="sm">{times.shortDate(appointment.start)}</Text>}
            action={<VisitSteps {...{ clinicId, appointment }} size="sm" quiet />}
          />
        ))}
      </ul>
    </section>
  );
}
