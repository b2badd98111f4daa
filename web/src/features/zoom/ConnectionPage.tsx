import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { useMe } from '@/lib/api/clinics/readMe';
import { useConnection } from '@/lib/api/zoom/readConnection';
import { BudgetSection } from './BudgetSection';
import { ConnectionPanel } from './ConnectionPanel';
import { type ReturnFromZoom, ReturnNote } from './ReturnNote';

interface Props {
  clinicId: string;
  returned: ReturnFromZoom;
}

/** A doctor's own Zoom account. */
export function ConnectionPage({ clinicId, returned }: Props) {
  const { t } = useTranslation('zoom');
  const { doctorId } = useMe(clinicId);
  return (
    <Page title={t('connection.title')} lead={t('connection.lead')}>
      {doctorId ? (
        <Connection clinicId={clinicId} doctorId={doctorId} returned={returned} />
      ) : (
        <Alert color="sky" icon={<IconInfoCircle aria-hidden />}>
          {t('connection.doctorsOnly')}
        </Alert>
      )}
    </Page>
  );
}

function Connection({ clinicId, doctorId, returned }: Props & { doctorId: string }) {
  const connection = useConnection(clinicId, doctorId);
  return (
    <Loaded query={connection}>
      {(state) => (
        <>
          <ReturnNote returned={returned} connected={state.status === 'CONNECTED'} />
          <ConnectionPanel clinicId={clinicId} doctorId={doctorId} connection={state} />
          <BudgetSection clinicId={clinicId} />
        </>
      )}
    </Loaded>
  );
}
