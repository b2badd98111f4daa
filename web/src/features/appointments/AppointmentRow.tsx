import { Group, Text } from '@mantine/core';
import { IconArmchair } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DelayBadge } from '@/components/DelayBadge';
import { TextLink } from '@/components/links';
import { StateBadge } from '@/components/StateBadge';
import type { Appointment } from '@/lib/api/types';
import classes from './AppointmentRow.module.css';
import { AppointmentStateBadge } from './AppointmentStateBadge';
import { MeetingStateBadge } from './MeetingStateBadge';
import type { useReaderTimes } from './useReaderTimes';

interface Props {
  clinicId: string;
  appointment: Appointment;
  times: ReturnType<typeof useReaderTimes>;
  /** Whose name leads: staff look for patients, patients for doctors. */
  lead: 'patient' | 'doctor';
  /** Beside its state. */
  note?: ReactNode;
  action?: ReactNode;
}

/** One appointment: its time first, then who and what, then its state. */
export function AppointmentRow({ clinicId, appointment, times, lead, note, action }: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  const { id, lateMinutes, start, end, status, meeting, mode, doctorName, patientName, serviceName } = appointment;
  const over = status === 'CANCELLED' || status === 'COMPLETED' || status === 'NO_SHOW';
  return (
    <li className={classes.row} data-over={over || undefined}>
      <div className={classes.time}>
        <time dateTime={start}>{times.time(start)}</time>
        <span>{t('until', { time: times.time(end) })}</span>
      </div>
      <div className={classes.who}>
        <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id }} fw={650} size="lg">
          {lead === 'patient' ? patientName : doctorName}
        </TextLink>
        <Text size="sm" c="dimmed">
          {lead === 'patient' ? t('rowForStaff', { service: serviceName, doctor: doctorName }) : t('rowForPatient', { service: serviceName, patient: patientName })}
        </Text>
      </div>
      <Group gap="xs" className={classes.state}>
        {note}
        {status !== 'BOOKED' && <AppointmentStateBadge status={status} />}
        <DelayBadge minutes={lateMinutes} />
        {meeting?.patientWaitingSince && !over && (
          <StateBadge tone="attention" icon={IconArmchair}>
            {t('waitingInZoom', { time: times.time(meeting.patientWaitingSince) })}
          </StateBadge>
        )}
        {meeting && !over && <MeetingStateBadge status={meeting.status} />}
        {mode === 'IN_PERSON' && (
          <Text size="sm" c="dimmed">
            {t('common:mode.IN_PERSON')}
          </Text>
        )}
      </Group>
      {action && <div className={classes.action}>{action}</div>}
    </li>
  );
}
