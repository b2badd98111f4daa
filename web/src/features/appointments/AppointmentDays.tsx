import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Appointment } from '@/lib/api/types';
import { groupBy } from '@/lib/groupBy';
import { dayIn } from '@/lib/times';
import { AppointmentRow } from './AppointmentRow';
import classes from './AppointmentRow.module.css';
import { useReaderTimes } from './useReaderTimes';

interface Props {
  clinicId: string;
  appointments: Appointment[];
  lead: 'patient' | 'doctor';
  action?: (appointment: Appointment) => ReactNode;
  headings?: boolean;
}

/** Appointments under the days they fall on for the reader. */
export function AppointmentDays({ clinicId, appointments, lead, action, headings = true }: Props) {
  const times = useReaderTimes(clinicId);
  const days = groupBy(appointments, ({ start }) => dayIn(times.zone, start));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-label={times.day(day)}>
      {headings && (
        <Title order={2} size="h3" mb="xs">
          {times.day(day)}
        </Title>
      )}
      <ul className={classes.list}>
        {ofDay.map((appointment) => (
          <AppointmentRow key={appointment.id} {...{ clinicId, appointment, times, lead }} action={action?.(appointment)} />
        ))}
      </ul>
    </section>
  ));
}
