import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Slot } from '@/lib/api/types';
import { instantAt, isCalendarDay } from '@/lib/times';
import { useReaderTimes } from './useReaderTimes';

interface Props {
  clinicId: string;
  doctorId?: string;
  onChoose: (slot: Slot) => void;
}

/** For staff who may set the rules aside: a time that is not offered. The server says what stands against it. */
export function OtherTime({ clinicId, doctorId, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const { zone } = useReaderTimes(clinicId);
  const [opened, form] = useDisclosure();
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  if (!me.may('OVERRIDE_BOOKING_RULES') || !doctorId) return null;
  if (!opened) {
    return (
      <Button variant="subtle" size="sm" mt="xs" onClick={form.open}>
        {t('slots.other')}
      </Button>
    );
  }
  const [hours, minutes] = time.split(':').map(Number);
  const start = isCalendarDay(day) && hours !== undefined && minutes !== undefined ? instantAt(zone, day, hours * 60 + minutes) : undefined;
  return (
    <Group align="flex-end" gap="sm" mt="sm">
      <TextInput type="date" label={t('slots.otherDay')} value={day} onChange={({ currentTarget }) => setDay(currentTarget.value)} />
      <TextInput type="time" label={t('slots.otherTime')} value={time} onChange={({ currentTarget }) => setTime(currentTarget.value)} />
      <Button variant="default" disabled={!start} onClick={() => start && onChoose({ start, end: start, doctorId })}>
        {t('slots.takeOther')}
      </Button>
    </Group>
  );
}
