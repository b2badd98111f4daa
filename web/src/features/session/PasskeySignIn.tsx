import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { usePasskeysHere } from '@/lib/api/installation/passkeysHere';
import { useSignInWithPasskey } from '@/lib/api/session/signInWithPasskey';

/** No address is asked for: the passkey knows whose it is. Nothing where there can be none. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('session');
  const here = usePasskeysHere();
  const signIn = useSignInWithPasskey();
  if (!here?.possible) return null;
  return (
    <Stack gap="md">
      <ProblemAlert failure={signIn.error} />
      <Button
        variant="outline"
        fullWidth
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={signIn.isPending}
        onClick={() => signIn.mutate(undefined, { onSuccess: onSignedIn })}
      >
        {t('signIn.passkey')}
      </Button>
    </Stack>
  );
}
