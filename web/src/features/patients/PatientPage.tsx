import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ButtonLink, TextLink } from '@/components/links';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { RowList } from '@/components/RowList';
import { Section } from '@/components/Section';
import { useMe } from '@/lib/api/clinics/readMe';
import { usePatient } from '@/lib/api/patients/readPatient';
import type { Guardian, Patient } from '@/lib/api/types';
import { useTimes } from '@/lib/times';
import { languageName } from '@/lib/languages';
import { EditPatient } from './EditPatient';
import { MergeWith } from './MergeWith';
import { NewLinksDialog } from './NewLinksDialog';
import { UpcomingVisits } from './UpcomingVisits';

interface Props {
  clinicId: string;
  id: string;
}

export function PatientPage({ clinicId, id }: Props) {
  const { t } = useTranslation('patients');
  const patient = usePatient(clinicId, id);
  const me = useMe(clinicId);
  const data = patient.data;
  const [offeringLinks, offerLinks] = useDisclosure();
  const actions = data && (
    <Group>
      {me.may('MANAGE_PATIENTS') && <EditPatient key={data.version} clinicId={clinicId} patient={data} onNewAddress={offerLinks.open} />}
      {me.may('BOOK_APPOINTMENT') && (
        <ButtonLink to="/clinics/$clinicId/book" params={{ clinicId }} search={{ patientId: data.id }} variant="default">
          {t('book')}
        </ButtonLink>
      )}
    </Group>
  );
  return (
    <Page title={data?.name ?? t('patient')} actions={actions}>
      <Loaded query={patient}>
        {(record) => (
          <>
            <Record patient={record} />
            <Guardians clinicId={clinicId} guardians={record.guardians} />
            {me.may('VIEW_APPOINTMENTS') && <UpcomingVisits clinicId={clinicId} patientId={record.id} />}
            {offeringLinks && me.may('REVOKE_VISIT_LINK') && <NewLinksDialog clinicId={clinicId} patient={record} onClose={offerLinks.close} />}
            {me.may('MANAGE_PATIENTS') && <MergeWith clinicId={clinicId} patient={record} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Record({ patient }: { patient: Patient }) {
  const { t, i18n } = useTranslation('patients');
  const { fullDay } = useTimes('UTC');
  const lines = [
    [t('birthDate'), patient.birthDate && fullDay(patient.birthDate)],
    [t('email'), patient.email],
    [t('phone'), patient.phone],
    [t('language'), patient.language && languageName(patient.language, i18n.language)],
    [t('timeZone'), patient.timeZone],
  ] as const;
  return (
    <Section title={t('record.title')} lead={t('record.lead')}>
      <dl style={{ margin: 0 }}>
        {lines.map(([name, value]) => (
          <Group component="div" key={name} gap="xs" wrap="wrap">
            <Text component="dt" c="dimmed" miw={140}>
              {name}
            </Text>
            <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value ?? t('nothing')}
            </Text>
          </Group>
        ))}
      </dl>
    </Section>
  );
}

function Guardians({ clinicId, guardians }: { clinicId: string; guardians: Guardian[] }) {
  const { t } = useTranslation('patients');
  if (guardians.length === 0) return null;
  return (
    <Section title={t('guardian.title')} lead={t('guardian.lead')}>
      <RowList>
        {guardians.map((guardian) => (
          <li key={(guardian.patientId ?? '') + (guardian.name ?? '')}>
            {guardian.patientId ? (
              <TextLink to="/clinics/$clinicId/patients/$id" params={{ clinicId, id: guardian.patientId }} fw={650}>
                {guardian.name}
              </TextLink>
            ) : (
              <Text fw={650}>{guardian.name}</Text>
            )}
            <Text size="sm" c="dimmed">
              {[guardian.relationship, guardian.email, guardian.phone].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </RowList>
    </Section>
  );
}
