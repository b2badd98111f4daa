import { Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useInviteAgain } from '@/lib/api/staff/inviteAgain';
import type { StaffMember } from '@/lib/api/types';

export function InviteAgain({ clinicId, person: { id, name } }: { clinicId: string; person: StaffMember }) {
  const { t } = useTranslation('staff');
  const again = useInviteAgain(clinicId, id);
  if (again.isSuccess) {
    return (
      <Text role="status" size="sm">
        <IconCheck size={16} aria-hidden /> {t('again.sent')}
      </Text>
    );
  }
  return (
    <>
      <Button variant="subtle" size="sm" loading={again.isPending} onClick={() => again.mutate()} aria-label={t('again.openNamed', { name })}>
        {t('again.open')}
      </Button>
      <ProblemAlert failure={again.error} />
    </>
  );
}
