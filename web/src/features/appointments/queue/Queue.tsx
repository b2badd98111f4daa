import { Group, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { AppointmentRow } from '../AppointmentRow';
import rows from '../AppointmentRow.module.css';
import { StartSession, startable } from '../StartSession';
import { useNow } from '../useNow';
import { useReaderTimes } from '../useReaderTimes';
import { LateBadge } from './LateBadge';
import { minutesLate, queueOf } from './queue';
import { VisitSteps } from './VisitSteps';

/** The day by what is to be done next, with the buttons that do it. */
export function Queue({ clinicId, appointments }: { clinicId: string; appointments: Appointment[] }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const now = useNow();
  return queueOf(appointments, now).map(({ part, visits }) => (
    <section key={part} aria-labelledby={`queue-${part}`}>
      <Title order={2} size="h3" mb="xs" id={`queue-${part}`}>
        {t(`queue.${part}`, { count: visits.length })}
      </Title>
      <ul className={rows.list}>
        {visits.map((appointment) => (
          <AppointmentRow
            key={appointment.id}
            {...{ clinicId, appointment, times }}
            lead="patient"
            note={<LateBadge minutes={minutesLate(appointment, now)} />}
            action={<Actions {...{ clinicId, appointment }} />}
          />
        ))}
      </ul>
    </section>
  ));
}

function Actions({ clinicId, appointment }: { clinicId: string; appointment: Appointment }) {
  const me = useMe(clinicId);
  const host = appointment.doctorId === me.doctorId && startable(appointment);
  return (
    <Group gap="xs" align="flex-start">
      {host && <StartSession clinicId={clinicId} appointment={appointment} size="sm" />}
      <VisitSteps clinicId={clinicId} appointment={appointment} size="sm" quiet={host} />
    </Group>
  );
}
