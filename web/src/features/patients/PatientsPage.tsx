import { Button, Group, Modal, Paper, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '@/components/Empty';
import { ButtonLink, TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { MoreButton } from '@/components/MoreButton';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { useMe } from '@/lib/api/clinics/readMe';
import { usePatients } from '@/lib/api/patients/listPatients';
import type { Patient } from '@/lib/api/types';
import { PatientForm } from './PatientForm';
import { PatientLine } from './PatientLine';

interface Props {
  clinicId: string;
  /** Somebody was added, or turned out to be known. */
  onPatient: (id: string) => void;
}

export function PatientsPage({ clinicId, onPatient }: Props) {
  const { t } = useTranslation('patients');
  const me = useMe(clinicId);
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), 250);
  const patients = usePatients(clinicId, query);
  return (
    <Page title={t('title')} actions={<Actions clinicId={clinicId} onPatient={onPatient} />}>
      <TextInput
        type="search"
        label={t('find')}
        description={t('findHint')}
        maw={420}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Loaded query={patients}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.items);
          if (found.length === 0) {
            return (
              <Empty icon={<IconUsers size={40} stroke={1.4} aria-hidden />} title={t(query ? 'nobody' : 'empty')}>
                {t(query ? 'nobodyHint' : 'emptyHint')}
              </Empty>
            );
          }
          return (
            <Paper>
              <RowList>
                {found.map((patient) => (
                  <PatientRow key={patient.id} clinicId={clinicId} patient={patient} bookable={me.may('BOOK_APPOINTMENT')} />
                ))}
              </RowList>
            </Paper>
          );
        }}
      </Loaded>
      <MoreButton query={patients} />
    </Page>
  );
}

function PatientRow({ clinicId, patient, bookable }: { clinicId: string; patient: Patient; bookable: boolean }) {
  const { t } = useTranslation('patients');
  const name = (
    <TextLink to="/clinics/$clinicId/patients/$id" params={{ clinicId, id: patient.id }} fw={650}>
      {patient.name}
    </TextLink>
  );
  return (
    <Group component="li" justify="space-between">
      <PatientLine patient={patient} name={name} />
      {bookable && (
        <ButtonLink
          to="/clinics/$clinicId/book"
          params={{ clinicId }}
          search={{ patientId: patient.id }}
          variant="default"
          size="sm"
          aria-label={t('bookFor', { name: patient.name })}
        >
          {t('book')}
        </ButtonLink>
      )}
    </Group>
  );
}

function Actions({ clinicId, onPatient }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const me = useMe(clinicId);
  const [opened, dialog] = useDisclosure();
  if (!me.may('MANAGE_PATIENTS')) return null;
  return (
    <Group>
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('new')}
      </Button>
      <ButtonLink to="/clinics/$clinicId/patients/duplicates" params={{ clinicId }} variant="default">
        {t('duplicates.open')}
      </ButtonLink>
      {me.may('IMPORT_PATIENTS') && (
        <ButtonLink to="/clinics/$clinicId/patients/import" params={{ clinicId }} variant="default">
          {t('import.open')}
        </ButtonLink>
      )}
      <Modal opened={opened} onClose={dialog.close} title={t('new')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <PatientForm clinicId={clinicId} onCreated={({ id }) => onPatient(id)} onCancel={dialog.close} />
      </Modal>
    </Group>
  );
}
