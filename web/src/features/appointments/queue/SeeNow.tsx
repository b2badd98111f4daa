import { Button, Modal, NativeSelect, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '@/components/form';
import { type WalkIn, useSeeNow } from '@/lib/api/appointments/seeNow';
import { useMe } from '@/lib/api/clinics/readMe';
import { useServices } from '@/lib/api/services/listServices';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import { shiftBy } from '@/lib/times';
import type { BookPageProps } from '../BookPage';
import { BookAnyway } from '../BookAnyway';
import { PatientChoice, type ChosenPatient } from '../PatientChoice';

interface Props {
  clinicId: string;
  newPatient: BookPageProps['newPatient'];
  onSeen: (appointmentId: string) => void;
}

/** For whoever comes without an appointment: the visit begins now. */
export function SeeNow(props: Props) {
  const { t } = useTranslation(['appointments', 'common']);
  const me = useMe(props.clinicId);
  const [opened, dialog] = useDisclosure();
  if (!me.may('RECORD_ATTENDANCE') || !me.may('BOOK_APPOINTMENT')) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('seeNow.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} size="lg" title={t('seeNow.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <SeeNowForm {...props} />
      </Modal>
    </>
  );
}

function SeeNowForm({ clinicId, newPatient, onSeen }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const services = useServices(clinicId);
  const doctors = useStaff(clinicId, 'doctors');
  const [patient, setPatient] = useState<ChosenPatient>();
  const [serviceId, setServiceId] = useState('');
  const [doctorId, setDoctorId] = useState(me.doctorId ?? '');
  const seeNow = useSeeNow(clinicId);
  const offered = (services.data?.items ?? []).filter(({ doctorIds }) => !me.doctorId || doctorIds.includes(me.doctorId));
  const able = services.data?.items.find(({ id }) => id === serviceId)?.doctorIds ?? [];
  const present = (doctors.data?.items ?? []).filter((doctor) => isPresent(doctor) && able.includes(doctor.id));
  const see = (override?: WalkIn['override']) =>
    patient && seeNow.mutate({ patientId: patient.id, serviceId, doctorId, ...(override && { override }) }, { onSuccess: ({ id }) => onSeen(id) });
  const choose = (set: (value: string) => void) => (value: string) => {
    seeNow.reset();
    set(value);
  };
  // Two forms must not nest: a new patient is a form of its own.
  if (!patient) return <PatientChoice {...{ clinicId, newPatient }} chosen={patient} onChoose={setPatient} />;
  return (
    <Stack>
      <PatientChoice {...{ clinicId, newPatient }} chosen={patient} onChoose={setPatient} />
      <Form
        onSubmit={() => see()}
        failure={seeNow.error}
        actions={
          <Button type="submit" loading={seeNow.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('seeNow.confirm')}
          </Button>
        }
      >
        <NativeSelect
          label={t('service')}
          value={serviceId}
          required
          onChange={({ currentTarget }) => choose(setServiceId)(currentTarget.value)}
          data={[{ value: '', label: t('changeService.choose') }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {!me.doctorId && (
          <NativeSelect
            label={t('doctor')}
            value={doctorId}
            required
            onChange={({ currentTarget }) => choose(setDoctorId)(currentTarget.value)}
            data={[{ value: '', label: t('changeDoctor.choose') }, ...present.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      </Form>
      <BookAnyway
        clinicId={clinicId}
        failure={seeNow.error}
        start={shiftBy(new Date().toISOString(), 60_000)}
        pending={seeNow.isPending}
        onOverride={(reason) => see({ reason })}
      />
    </Stack>
  );
}
