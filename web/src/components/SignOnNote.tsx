import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SignOnReason } from './signOnReason';

/** Says why a clinic's sign-on did not lead where it was meant to; nothing where it did. */
export function SignOnNote({ reason, title }: { reason?: SignOnReason; title: string }) {
  const { t } = useTranslation('session');
  if (!reason) return null;
  return (
    <Alert role="alert" color="marigold" icon={<IconAlertTriangle aria-hidden />} title={title}>
      {t(`signOn.reason.${reason}`)}
    </Alert>
  );
}
