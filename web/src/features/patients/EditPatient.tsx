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

export function EditPatient({ clinicId, patient }: { clinicId: string; patient: Patient }) {
  const { t } = useTranslation(['patients', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={dialog.open}>
        {t('edit.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('edit.title', { name: patient.name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <EditForm clinicId={clinicId} patient={patient} onDone={dialog.close} />
      </Modal>
    </>
  );
}

function EditForm({ clinicId, patient, onDone }: { clinicId: string; patient: Patient; onDone: () => void }) {
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
          <Button variant="default" onClick={onDone}>
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
