import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { RowList } from '@/components/RowList';
import { usePatients } from '@/lib/api/patients/listPatients';
import type { Patient } from '@/lib/api/types';
import { PatientLine } from './PatientLine';

interface Props {
  clinicId: string;
  label: string;
  /** Not to be found. */
  except?: string;
  onChoose: (patient: Patient) => void;
  onCancel: () => void;
}

/** Finds one record among the clinic's. */
export function FindPatient({ clinicId, label, except, onChoose, onCancel }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const patients = usePatients(clinicId, query, query !== '');
  return (
    <Stack gap="sm">
      <TextInput
        type="search"
        label={label}
        description={t('findHint')}
        value={typed}
        autoFocus
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        // In a form, Enter would send that.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      {query && (
        <Loaded query={patients}>
          {({ pages }) => {
            const found = (pages[0]?.items ?? []).filter(({ id }) => id !== except).slice(0, 5);
            if (found.length === 0) return <Text c="dimmed">{t('nobody')}</Text>;
            return (
              <RowList>
                {found.map((patient) => (
                  <Group component="li" key={patient.id} justify="space-between" wrap="nowrap">
                    <PatientLine patient={patient} />
                    <Button variant="default" size="sm" onClick={() => onChoose(patient)} aria-label={t('chooseNamed', { name: patient.name })}>
                      {t('choose')}
                    </Button>
                  </Group>
                ))}
              </RowList>
            );
          }}
        </Loaded>
      )}
      <Group>
        <Button variant="subtle" size="sm" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
