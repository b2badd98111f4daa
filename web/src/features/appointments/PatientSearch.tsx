import { Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserCheck, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { usePatients } from '@/lib/api/patients/listPatients';
import type { BookPageProps } from './BookPage';
import classes from './Choice.module.css';
import { PatientLines } from './PatientCards';
import type { ChosenPatient } from './PatientChoice';

interface Props {
  clinicId: string;
  newPatient: BookPageProps['newPatient'];
  chosen?: ChosenPatient;
  onChoose: (patient: ChosenPatient | undefined) => void;
}

export function PatientSearch({ clinicId, newPatient, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const [typed, setTyped] = useState('');
  const [creating, setCreating] = useState(false);
  const [query] = useDebouncedValue(typed.trim(), 250);
  const patients = usePatients(clinicId, query, !chosen && !creating);

  if (chosen) {
    return (
      <Group>
        <IconUserCheck aria-hidden />
        <Text fw={650}>{chosen.name}</Text>
        <Button variant="default" size="sm" onClick={() => onChoose(undefined)}>
          {t('book.otherPatient')}
        </Button>
      </Group>
    );
  }
  if (creating) return newPatient(onChoose, () => setCreating(false));
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <TextInput
          flex={1}
          miw={220}
          type="search"
          label={t('book.findPatient')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          leftSection={<IconSearch size={18} aria-hidden />}
        />
        <Button variant="outline" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setCreating(true)}>
          {t('book.newPatient')}
        </Button>
      </Group>
      <Loaded query={patients}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items);
          if (found.length === 0) return <Text c="dimmed">{t('book.noPatientFound')}</Text>;
          // Buttons, not radios: among radios an arrow key would choose whoever comes next, and end the search.
          return found.map((patient) => (
            <UnstyledButton key={patient.id} className={classes.card} onClick={() => onChoose(patient)}>
              <PatientLines {...patient} />
            </UnstyledButton>
          ));
        }}
      </Loaded>
      <MoreButton query={patients} />
    </Stack>
  );
}
