import { Button, Stack } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useFetchVisitLink } from '@/lib/api/visits/readVisitLink';
import type { Appointment } from '@/lib/api/types';
import { leaveFor } from '@/lib/outside';

/** Leads the patient to the visit page, which knows when joining opens. */
export function JoinVisit({ clinicId, appointment }: { clinicId: string; appointment: Appointment }) {
  const { t } = useTranslation('appointments');
  const fetchLink = useFetchVisitLink(clinicId, appointment.id);
  const open = useMutation({ mutationFn: fetchLink, onSuccess: ({ url }) => leaveFor(url) });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="sm"
        loading={open.isPending}
        onClick={() => open.mutate()}
        leftSection={<IconVideo size={18} aria-hidden />}
        aria-label={t('join.labelled', { doctor: appointment.doctorName })}
      >
        {t('join.button')}
      </Button>
      <ProblemAlert failure={open.error} />
    </Stack>
  );
}
