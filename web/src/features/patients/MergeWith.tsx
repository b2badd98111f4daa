import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/components/Section';
import type { Patient } from '@/lib/api/types';
import { FindPatient } from './FindPatient';
import { MergeDialog } from './MergeDialog';

/** Makes one of this record and another that somebody knows to be the same person's. */
export function MergeWith({ clinicId, patient }: { clinicId: string; patient: Patient }) {
  const { t } = useTranslation('patients');
  const [finding, setFinding] = useState(false);
  const [other, setOther] = useState<Patient>();
  const done = () => {
    setOther(undefined);
    setFinding(false);
  };
  return (
    <Section title={t('mergeWith.title')} lead={t('mergeWith.lead')}>
      {finding ? (
        <FindPatient clinicId={clinicId} except={patient.id} label={t('mergeWith.find')} onChoose={setOther} onCancel={done} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setFinding(true)}>
            {t('mergeWith.open')}
          </Button>
        </Group>
      )}
      {other && <MergeDialog key={other.id} clinicId={clinicId} kept={patient} other={other} opened onClose={() => setOther(undefined)} onMerged={done} />}
    </Section>
  );
}
