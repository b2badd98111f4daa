import { Button, Group, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useRequestSignInLink } from '@/lib/api/session/requestSignInLink';

interface Props {
  email: string;
  onConfirmed: () => void;
  onCancel: () => void;
}

/** Who has no password signs in anew by a mailed link, in another tab of this browser: the session is then new in this one, too. */
export function ConfirmByLink({ email, onConfirmed, onCancel }: Props) {
  const { t } = useTranslation('session');
  const link = useRequestSignInLink();
  return (
    <Stack>
      <p role="status">{t(link.isSuccess ? 'confirm.linkSent' : 'confirm.leadLink', { email })}</p>
      <ProblemAlert failure={link.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t('confirm.cancel')}
        </Button>
        {link.isSuccess ? (
          <Button onClick={onConfirmed}>{t('confirm.signedIn')}</Button>
        ) : (
          <Button leftSection={<IconMail size={18} aria-hidden />} loading={link.isPending} onClick={() => link.mutate({ email })}>
            {t('link.request')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
