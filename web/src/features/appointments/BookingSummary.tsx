import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { isTaken, type Problem } from '@/lib/api/problem';
import type { Service, Slot } from '@/lib/api/types';
import { shiftBy } from '@/lib/times';
import { BookAnyway } from './BookAnyway';
import { NextFree } from './NextFree';
import classes from './BookingSummary.module.css';
import { useReaderTimes } from './useReaderTimes';

interface Props {
  clinicId: string;
  service: Service;
  slot: Slot;
  patient: { name: string };
  doctorName: string;
  booking: { error: Problem | null; isPending: boolean };
  onConfirm: () => void;
  onOverride: (reason: string) => void;
  onChoose: (slot: Slot) => void;
}

/** Everything once more in one sentence before it is booked. */
export function BookingSummary({ clinicId, service, slot, patient, doctorName, booking, onConfirm, onOverride, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const taken = isTaken(booking.error);
  return (
    <Paper component="section" aria-labelledby="booking-summary" className={classes.summary}>
      <Stack gap="md">
        <div>
          <Title order={2} id="booking-summary">
            {t('book.when', { date: times.date(slot.start), time: times.range(slot.start, endOf(slot, service)) })}
          </Title>
          <Text>{t('book.summary', { service: service.name, doctor: doctorName, patient: patient.name })}</Text>
          <Text size="sm" c="dimmed">
            {times.zoneName(slot.start)}
          </Text>
        </div>
        <NextFree clinicId={clinicId} failure={booking.error} onChoose={onChoose} />
        {!taken && <ProblemAlert failure={booking.error} />}
        <BookAnyway clinicId={clinicId} failure={booking.error} start={slot.start} pending={booking.isPending} onOverride={onOverride} />
        {!taken && (
          <Button onClick={onConfirm} loading={booking.isPending} size="lg" className={classes.confirm}>
            {t('book.confirm')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** A time that was not offered comes without its end. */
const endOf = ({ start, end }: Slot, { durationMinutes }: Service) => (end > start ? end : shiftBy(start, durationMinutes * 60_000));
