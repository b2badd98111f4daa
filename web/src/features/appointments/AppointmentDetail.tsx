import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DelayBadge } from '@/components/DelayBadge';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { sameClock } from '@/lib/times';
import { AppointmentActions } from './AppointmentActions';
import { AppointmentStateBadge } from './AppointmentStateBadge';
import { JoinVisit } from './JoinVisit';
import { MeetingPanel } from './MeetingPanel';
import { VisitNotePanel } from './note/VisitNotePanel';
import { VisitSteps } from './queue/VisitSteps';
import { SeriesActions } from './series/SeriesActions';
import { StartAsAdministrator, StartSession, startable } from './StartSession';
import { useReaderTimes } from './useReaderTimes';

const open = ({ status }: Appointment) => ['BOOKED', 'CHECKED_IN', 'IN_PROGRESS'].includes(status);

const changeable = ({ status }: Appointment) => status === 'BOOKED' || status === 'CHECKED_IN';

export function AppointmentDetail({ clinicId, appointment }: { clinicId: string; appointment: Appointment }) {
  const { t } = useTranslation(['appointments', 'series', 'common']);
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const { start, end, status, mode, serviceName, doctorName, patientName, cancelReason, cancelledBy, overrideReason, seriesId, doctorId } = appointment;
  const host = me.may('START_VISIT') && me.doctorId === doctorId;
  const zone = times.zoneName(start);
  return (
    <Stack gap="lg">
      <Paper>
        <Stack gap="md">
          <Group gap="xs">
            <AppointmentStateBadge status={status} />
            <DelayBadge minutes={appointment.lateMinutes} />
          </Group>
          <div>
            <Title order={2} size="h1">
              {times.range(start, end)}
            </Title>
            <Text size="lg">{times.date(start)}</Text>
            <Text size="sm" c="dimmed">
              {sameClock(times.zone, times.clinicZone, start) ? zone : t('detail.otherZone', { zone, clinic: times.clinicZone })}
            </Text>
          </div>
          <Facts
            facts={[
              [t('patient'), patientName],
              [t('doctor'), doctorName],
              [t('service'), t('detail.service', { service: serviceName, mode: t(`common:mode.${mode}`) })],
              ...(seriesId ? [[t('series:repeats'), t('series:part')] as const] : []),
              ...(cancelledBy ? [[t('detail.cancelledBy'), t(`detail.by.${cancelledBy}`)] as const] : []),
              ...(cancelReason ? [[t('detail.reason'), cancelReason] as const] : []),
              ...(overrideReason ? [[t('detail.override'), overrideReason] as const] : []),
            ]}
          />
          <Group align="flex-start">
            {host && startable(appointment) && <StartSession clinicId={clinicId} appointment={appointment} />}
            {!host && me.administrator && startable(appointment) && <StartAsAdministrator clinicId={clinicId} appointment={appointment} />}
            {!me.staff && mode === 'VIDEO' && open(appointment) && <JoinVisit clinicId={clinicId} appointment={appointment} />}
            {me.staff && <VisitSteps clinicId={clinicId} appointment={appointment} quiet={host && startable(appointment)} />}
          </Group>
          <Group align="flex-start">
            {changeable(appointment) && <AppointmentActions clinicId={clinicId} appointment={appointment} />}
            <SeriesActions clinicId={clinicId} appointment={appointment} />
          </Group>
        </Stack>
      </Paper>
      {me.doctorId === doctorId && me.may('KEEP_VISIT_NOTE') && <VisitNotePanel clinicId={clinicId} appointment={appointment} />}
      {appointment.meeting && <MeetingPanel clinicId={clinicId} appointment={appointment} meeting={appointment.meeting} />}
    </Stack>
  );
}

function Facts({ facts }: { facts: (readonly [string, string])[] }) {
  return (
    <Group component="dl" gap="xl" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fw={600}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}
