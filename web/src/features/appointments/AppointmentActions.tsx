import { Button, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { useCancelAppointment } from '@/lib/api/appointments/cancelAppointment';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { ChangeDoctorDialog } from './ChangeDoctorDialog';
import { ChangeServiceDialog } from './ChangeServiceDialog';
import { ModeSwitch } from './ModeSwitch';
import { RescheduleDialog } from './RescheduleDialog';

interface Props {
  clinicId: string;
  appointment: Appointment;
}

export function AppointmentActions({ clinicId, appointment }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const [rescheduling, reschedule] = useDisclosure();
  const [changing, change] = useDisclosure();
  const [changingService, service] = useDisclosure();
  const [cancelling, cancel] = useDisclosure();
  return (
    <>
      {me.may('RESCHEDULE_APPOINTMENT') && (
        <>
          <Button variant="default" onClick={reschedule.open}>
            {t('reschedule.open')}
          </Button>
          <RescheduleDialog {...{ clinicId, appointment }} opened={rescheduling} onClose={reschedule.close} />
        </>
      )}
      {me.may('REASSIGN_APPOINTMENT') && (
        <>
          <Button variant="default" onClick={change.open}>
            {t('changeDoctor.open')}
          </Button>
          <ChangeDoctorDialog {...{ clinicId, appointment }} opened={changing} onClose={change.close} />
        </>
      )}
      {me.may('CHANGE_SERVICE') && (
        <>
          <Button variant="default" onClick={service.open}>
            {t('changeService.open')}
          </Button>
          <ChangeServiceDialog {...{ clinicId, appointment }} opened={changingService} onClose={service.close} />
          <ModeSwitch {...{ clinicId, appointment }} />
        </>
      )}
      {me.may('CANCEL_APPOINTMENT') && (
        <>
          <Button variant="subtle" color="brick" onClick={cancel.open}>
            {t('cancel.open')}
          </Button>
          <CancelDialog {...{ clinicId, appointment }} opened={cancelling} onClose={cancel.close} />
        </>
      )}
    </>
  );
}

function CancelDialog({ clinicId, appointment, opened, onClose }: Props & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const [reason, setReason] = useState('');
  const cancel = useCancelAppointment(clinicId, appointment.id);
  return (
    <ConfirmDialog
      destructive
      opened={opened}
      onClose={onClose}
      title={t('cancel.title')}
      keep={t('cancel.keep')}
      confirm={t('cancel.confirm')}
      onConfirm={() => cancel.mutate(reason.trim() || undefined, { onSuccess: onClose })}
      pending={cancel.isPending}
      failure={cancel.error}
    >
      {t('cancel.words', { patient: appointment.patientName })}
      <Textarea label={t('cancel.reason')} description={t('cancel.reasonHint')} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
    </ConfirmDialog>
  );
}
