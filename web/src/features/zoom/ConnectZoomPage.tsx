import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { Waiting } from '@/components/Waiting';
import { useClinics } from '@/lib/api/clinics/listClinics';
import { meQuery } from '@/lib/api/clinics/readMe';
import type { Clinic } from '@/lib/api/types';
import { ConnectButton } from './ConnectButton';

/** Where Zoom's own Add button leads: what it brought along is dropped, and one click begins an authorization of ours. */
export function ConnectZoomPage({ add }: { add?: string }) {
  const { t } = useTranslation('zoom');
  const clinics = useClinics();
  return (
    <Page title={t('add.title')} lead={t('add.lead')} narrow>
      <Loaded query={clinics}>{({ items }) => <Choice clinics={items} add={add} />}</Loaded>
    </Page>
  );
}

function Choice({ clinics, add }: { clinics: Clinic[]; add?: string }) {
  const { t } = useTranslation('zoom');
  const all = useQueries({ queries: clinics.map(({ id }) => meQuery(id)) });
  if (all.some(({ isPending }) => isPending)) return <Waiting rows={1} />;
  const own = clinics.flatMap(({ id, name }, index) => {
    const doctorId = all[index]?.data?.doctorId;
    return doctorId ? [{ id, name, doctorId }] : [];
  });
  if (own.length === 0) {
    return (
      <Alert color="sky" icon={<IconInfoCircle aria-hidden />}>
        {t('connection.doctorsOnly')}
      </Alert>
    );
  }
  return (
    <Stack>
      {own.length > 1 && <Text>{t('add.choose')}</Text>}
      {own.map(({ id, name, doctorId }) => (
        <ConnectButton key={id} add={add} clinicId={id} doctorId={doctorId} label={own.length > 1 ? t('add.connectIn', { clinic: name }) : t('connection.connect')} />
      ))}
    </Stack>
  );
}
