import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { isProblem, type Problem } from '@/lib/api/problem';
import type { Service, Slot } from '@/lib/api/types';
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
  onChoose: (slot: Slot) => void;
}

/** Everything once more in one sentence before it is booked. */
export function BookingSummary({ clinicId, service, slot, patient, doctorName, booking, onConfirm, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const taken = isProblem(booking.error, 'slot-taken');
  return (
    <Paper component="section" aria-labelledby="booking-summary" className={classes.summary}>
      <Stack gap="md">
        <div>
          <Title order={2} id="booking-summary">
            {t('book.when', { date: times.date(slot.start), time: times.range(slot.start, slot.end) })}
          </Title>
          <Text>{t('book.summary', { service: service.name, doctor: doctorName, patient: patient.name })}</Text>
          <Text size="sm" c="dimmed">
            {times.zoneName(slot.start)}
          </Text>
        </div>
        <NextFree clinicId={clinicId} failure={booking.error} onChoose={onChoose} />
        {!taken && <ProblemAlert failure={booking.error} />}
        {!taken && (
          <Button onClick={onConfirm} loading={booking.isPending} size="lg" className={classes.confirm}>
            {t('book.confirm')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
