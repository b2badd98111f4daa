import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Patient } from '@/lib/api/types';
import classes from './Choice.module.css';
import type { ChosenPatient } from './PatientChoice';

interface Props {
  patients: Pick<Patient, 'id' | 'name' | 'email' | 'phone'>[];
  chosen?: ChosenPatient;
  onChoose: (patient: ChosenPatient | undefined) => void;
}

export function PatientCards({ patients, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  return (
    <Radio.Group value={chosen?.id ?? null} onChange={(id) => onChoose(patients.find((patient) => patient.id === id))} aria-label={t('book.patient')}>
      <Stack gap="xs">
        {patients.map(({ id, name, email, phone }) => (
          <Radio.Card key={id} value={id} className={classes.card}>
            <Radio.Indicator aria-hidden />
            <PatientLines {...{ name, email, phone }} />
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Who it is, and what tells people of one name apart. */
export function PatientLines({ name, email, phone }: Pick<Patient, 'name' | 'email' | 'phone'>) {
  return (
    <span>
      <Text component="span" fw={650} display="block">
        {name}
      </Text>
      <Text component="span" size="sm" c="dimmed">
        {[email, phone].filter(Boolean).join(' · ')}
      </Text>
    </span>
  );
}
