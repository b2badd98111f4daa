import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useChangePatient } from '@/lib/api/patients/changePatient';
import type { Patient } from '@/lib/api/types';
import { changeOf, fieldsOf, guardianValues, isReached } from './details';
import { GuardianFields } from './GuardianFields';
import { PatientFields } from './PatientFields';

interface Props {
  clinicId: string;
  patient: Patient;
  /** Mail goes somewhere else from now on. */
  onNewAddress: () => void;
}

export function EditPatient({ clinicId, patient, onNewAddress }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const [opened, dialog] = useDisclosure();
  const done = (changed: Patient) => {
    dialog.close();
    if (patient.email && changed.email !== patient.email) onNewAddress();
  };
  return (
    <>
      <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={dialog.open}>
        {t('edit.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('edit.title', { name: patient.name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <EditForm clinicId={clinicId} patient={patient} onDone={done} onCancel={dialog.close} />
      </Modal>
    </>
  );
}

interface FormProps {
  clinicId: string;
  patient: Patient;
  onDone: (changed: Patient) => void;
  onCancel: () => void;
}

function EditForm({ clinicId, patient, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(['patients', 'common']);
  const change = useChangePatient(clinicId, patient);
  const form = useFields(fieldsOf(patient), change.error);
  const [guardians, setGuardians] = useState(() => patient.guardians.map(guardianValues));
  return (
    <Form
      onSubmit={() => change.mutate(changeOf(patient, form.values, guardians), { onSuccess: onDone })}
      failure={change.error}
      fields={form.names}
      actions={
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t('common:save')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      }
    >
      <PatientFields form={form} reached={isReached(form.values, guardians)} />
      <GuardianFields clinicId={clinicId} patientId={patient.id} guardians={guardians} onChange={setGuardians} />
    </Form>
  );
}
