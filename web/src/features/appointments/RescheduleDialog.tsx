import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useChangeAppointment } from '@/lib/api/appointments/changeAppointment';
import { isTaken } from '@/lib/api/problem';
import type { Appointment, Slot } from '@/lib/api/types';
import { BookAnyway } from './BookAnyway';
import { NextFree } from './NextFree';
import { SlotPicker } from './SlotPicker';
import { useReaderTimes } from './useReaderTimes';

export interface DialogProps {
  clinicId: string;
  appointment: Appointment;
  opened: boolean;
  onClose: () => void;
}

/** Another time with the same doctor. */
export function RescheduleDialog({ clinicId, appointment, opened, onClose }: DialogProps) {
  const { t } = useTranslation(['appointments', 'common']);
  const times = useReaderTimes(clinicId);
  const [slot, setSlot] = useState<Slot>();
  const change = useChangeAppointment(clinicId, appointment);
  const { doctorId, serviceId, doctorName } = appointment;

  const choose = (chosen: Slot) => {
    change.reset();
    setSlot(chosen);
  };
  const close = () => {
    change.reset();
    setSlot(undefined);
    onClose();
  };
  const submit = (override?: { reason: string }) =>
    slot &&
    change.mutate({ start: slot.start, ...(slot.doctorId !== doctorId && { doctorId: slot.doctorId }), ...(override && { override }) }, { onSuccess: close });
  const taken = isTaken(change.error);
  return (
    <Modal opened={opened} onClose={close} size="min(1000px, 96vw)" title={t('reschedule.title', { doctor: doctorName })} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <SlotPicker {...{ clinicId, serviceId, doctorId }} chosen={slot} onChoose={choose} />
        <NextFree clinicId={clinicId} failure={change.error} onChoose={choose} />
        {!taken && <ProblemAlert failure={change.error} />}
        {slot && <BookAnyway clinicId={clinicId} failure={change.error} start={slot.start} pending={change.isPending} onOverride={(reason) => submit({ reason })} />}
        <Group justify="space-between">
          <Text>{slot ? t('reschedule.to', { when: times.dateTime(slot.start) }) : t('reschedule.chooseFirst')}</Text>
          <Button onClick={() => submit()} loading={change.isPending} disabled={!slot}>
            {t('reschedule.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
