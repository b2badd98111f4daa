import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useCreatePatient } from '@/lib/api/patients/createPatient';
import { useFindSimilar } from '@/lib/api/patients/findSimilar';
import { detailsOf, fieldsOf, type GuardianValues, isReached } from './details';
import { GuardianFields } from './GuardianFields';
import { PatientFields } from './PatientFields';
import { SimilarPatients } from './SimilarPatients';

interface Props {
  clinicId: string;
  /** Also with the record of somebody who turned out to be known. */
  onCreated: (patient: { id: string; name: string }) => void;
  onCancel: () => void;
}

/** A patient needs a name and one way to be reached. Before a record is made, those who may be the same person are shown. */
export function PatientForm({ clinicId, onCreated, onCancel }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const create = useCreatePatient(clinicId);
  const similar = useFindSimilar(clinicId);
  const failure = create.error ?? similar.error;
  const form = useFields(fieldsOf(), failure);
  const [guardians, setGuardians] = useState<GuardianValues[]>([]);
  const details = () => detailsOf(form.values, guardians);
  const add = () => create.mutate(details(), { onSuccess: onCreated });
  const submit = () => similar.mutate(details(), { onSuccess: ({ items }) => items.length === 0 && add() });

  const found = similar.data?.items ?? [];
  if (found.length > 0) {
    return (
      <SimilarPatients found={found} onChoose={onCreated} onAdd={add} adding={create.isPending} onBack={similar.reset} failure={create.error} />
    );
  }
  return (
    <Form
      onSubmit={submit}
      failure={failure}
      fields={form.names}
      actions={
        <Group>
          <Button type="submit" loading={similar.isPending || create.isPending}>
            {t('create')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      }
    >
      <PatientFields form={form} reached={isReached(form.values, guardians)} />
      <GuardianFields clinicId={clinicId} guardians={guardians} onChange={setGuardians} />
    </Form>
  );
}
