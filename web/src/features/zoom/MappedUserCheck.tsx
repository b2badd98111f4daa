import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import type { StaffMember, UserCheck } from '@/lib/api/types';
import { useCheckMappedUser } from '@/lib/api/zoom/checkMappedUser';
import { Findings } from './Findings';

interface Props {
  clinicId: string;
  doctor: StaffMember;
  check: UserCheck;
}

/** What was found out with one meeting made on trial as the user whom a doctor is mapped to. */
export function MappedUserCheck({ clinicId, doctor, check: { checked, findings } }: Props) {
  const { t } = useTranslation('zoom');
  const again = useCheckMappedUser(clinicId, doctor.id);
  return (
    <Stack gap="sm" align="flex-start">
      <Findings findings={findings} />
      <Group role="status" gap="xs">
        {!checked && <Text size="sm">{t('users.running')}</Text>}
        {checked && findings.length === 0 && (
          <>
            <IconCircleCheck size={18} aria-hidden />
            <Text size="sm">{t('check.good')}</Text>
          </>
        )}
      </Group>
      <ProblemAlert failure={again.error} />
      {checked && (
        <Button variant="subtle" size="compact-sm" loading={again.isPending} onClick={() => again.mutate()} aria-label={t('users.checkAgain', { doctor: doctor.name })}>
          {t('check.again')}
        </Button>
      )}
    </Stack>
  );
}
