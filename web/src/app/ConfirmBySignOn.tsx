import { Button, Stack } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { clinicQuery } from '@/lib/api/clinics/readClinic';
import { useBeginSignOn } from '@/lib/api/session/signOn';
import { leaveFor } from '@/lib/outside';

/** Who came by their clinic's sign-on proves there that it is still them, and returns to where they were. */
export function ConfirmBySignOn({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('session');
  const clinic = useQuery(clinicQuery(clinicId));
  const begin = useBeginSignOn();
  const start = (slug: string) =>
    begin.mutate(
      { clinic: slug, returnTo: location.pathname + location.search, fresh: true },
      { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) },
    );
  return (
    <Stack>
      <p>{t('signOn.againLead')}</p>
      <ProblemAlert failure={begin.error ?? clinic.error} />
      <Button leftSection={<IconKey size={20} aria-hidden />} loading={begin.isPending || clinic.isPending} onClick={() => clinic.data && start(clinic.data.slug)}>
        {t('signOn.again')}
      </Button>
    </Stack>
  );
}
