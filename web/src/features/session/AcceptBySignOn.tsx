import { Button, Divider, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useAcceptBySignOn } from '@/lib/api/session/signOn';
import { leaveFor } from '@/lib/outside';

/** The invited person says who they are at the clinic's sign-on, in place of choosing a password. */
export function AcceptBySignOn({ token, clinicName }: { token: string; clinicName: string }) {
  const { t } = useTranslation('session');
  const accept = useAcceptBySignOn();
  return (
    <Stack gap="md">
      <Text size="sm">{t('signOn.acceptHint')}</Text>
      <ProblemAlert failure={accept.error} />
      <Button
        leftSection={<IconKey size={20} aria-hidden />}
        loading={accept.isPending}
        onClick={() => accept.mutate(token, { onSuccess: ({ authorizeUrl }) => leaveFor(authorizeUrl) })}
      >
        {t('signOn.accept', { clinic: clinicName })}
      </Button>
      <Divider label={t('or')} />
    </Stack>
  );
}
