import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useBookAppointment } from '@/lib/api/appointments/bookAppointment';
import { useSlots } from '@/lib/api/availability/listSlots';
import type { Appointment } from '@/lib/api/types';
import { addDays, dayIn } from '@/lib/times';
import { useReaderTimes } from '../useReaderTimes';
import { nearest } from './nearest';

interface Props {
  clinicId: string;
  appointment: Appointment;
}

const WEEKS = [1, 2, 4, 12];
const LOOK_AROUND_DAYS = 3;

/** Two clicks: in how many weeks, and the time that is proposed. */
export function FollowUp({ clinicId, appointment }: Props) {
  const { t } = useTranslation('appointments');
  const [weeks, setWeeks] = useState<number>();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('followUp.title')}</Text>
      <Group gap="xs">
        {WEEKS.map((some) => (
          <Button key={some} size="sm" variant={weeks === some ? 'filled' : 'default'} aria-pressed={weeks === some} onClick={() => setWeeks(some)}>
            {t('followUp.weeks', { count: some })}
          </Button>
        ))}
      </Group>
      {weeks && <Proposal key={weeks} {...{ clinicId, appointment, weeks }} />}
    </Stack>
  );
}

function Proposal({ clinicId, appointment, weeks }: Props & { weeks: number }) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const { doctorId, serviceId, patientId } = appointment;
  const day = addDays(dayIn(times.clinicZone, appointment.start), 7 * weeks);
  const slots = useSlots(clinicId, { serviceId, doctorId, from: day, to: addDays(day, LOOK_AROUND_DAYS), zone: times.clinicZone });
  const book = useBookAppointment(clinicId);
  if (book.data) {
    return (
      <Text role="status">
        {t('followUp.booked', { when: times.dateTime(book.data.start) })}{' '}
        <TextLink to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id: book.data.id }}>
          {t('followUp.show')}
        </TextLink>
      </Text>
    );
  }
  return (
    <Loaded query={slots}>
      {({ items }) => {
        const slot = nearest(items, day, appointment.start, times.clinicZone);
        if (!slot) return <Text>{t('followUp.nothing')}</Text>;
        return (
          <Stack gap="xs">
            <Group>
              <Text>{times.dateTime(slot.start)}</Text>
              <Button size="sm" loading={book.isPending} onClick={() => book.mutate({ doctorId: slot.doctorId, serviceId, patientId, start: slot.start })}>
                {t('followUp.book')}
              </Button>
            </Group>
            <ProblemAlert failure={book.error} />
          </Stack>
        );
      }}
    </Loaded>
  );
}
