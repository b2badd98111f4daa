import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { type Change, useChangeAnyAppointment } from '@/lib/api/appointments/changeAppointment';
import { isTaken } from '@/lib/api/problem';
import type { Appointment } from '@/lib/api/types';
import { BookAnyway } from '../BookAnyway';
import { NextFree } from '../NextFree';
import { useReaderTimes } from '../useReaderTimes';

export interface Move {
  appointment: Appointment;
  start: string;
  /** Where it is another's from then on. */
  doctorId?: string;
  doctorName?: string;
}

interface Props {
  clinicId: string;
  move: Move;
  onClose: () => void;
  onMoved: (after: Appointment) => void;
}

/** A visit was let go elsewhere in the calendar: says from when to when before anything changes. */
export function MoveDialog({ clinicId, move, onClose, onMoved }: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  const times = useReaderTimes(clinicId);
  const { appointment, doctorName } = move;
  const [target, setTarget] = useState<Pick<Move, 'start' | 'doctorId'>>(move);
  const change = useChangeAnyAppointment(clinicId);
  const submit = (override?: Change['override']) =>
    change.mutate(
      { appointment, change: { start: target.start, ...(target.doctorId && { doctorId: target.doctorId }), ...(override && { override }) } },
      { onSuccess: onMoved },
    );
  const taken = isTaken(change.error);
  const doctor = target.doctorId === undefined ? appointment.doctorName : doctorName;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('move.title', { patient: appointment.patientName })} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack>
        <Text>{t('move.from', { when: times.dateTime(appointment.start), doctor: appointment.doctorName })}</Text>
        <Text fw={650}>{t('move.to', { when: times.dateTime(target.start), doctor })}</Text>
        <NextFree
          clinicId={clinicId}
          failure={change.error}
          onChoose={({ start, doctorId }) => {
            change.reset();
            setTarget({ start, ...(doctorId !== appointment.doctorId && { doctorId }) });
          }}
        />
        {!taken && <ProblemAlert failure={change.error} />}
        <BookAnyway clinicId={clinicId} failure={change.error} start={target.start} pending={change.isPending} onOverride={(reason) => submit({ reason })} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('move.keep')}
          </Button>
          {!taken && (
            <Button onClick={() => submit()} loading={change.isPending} data-autofocus>
              {t('reschedule.confirm')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
