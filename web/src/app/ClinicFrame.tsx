import { Alert } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LiveProvider, useClinicEvents } from '@/lib/api/clinicEvents';
import { useClinic } from '@/lib/api/clinics/readClinic';

/** Listens to the clinic's changes for all screens below, and says on each of them where all is made up. */
export function ClinicFrame({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('common');
  const live = useClinicEvents(clinicId);
  const { sample } = useClinic(clinicId);
  return (
    <LiveProvider value={live}>
      {sample && (
        <Alert role="note" color="marigold" mb="md" icon={<IconTestPipe aria-hidden />} title={t('sample.title')}>
          {t('sample.words')}
        </Alert>
      )}
      <Outlet />
    </LiveProvider>
  );
}
