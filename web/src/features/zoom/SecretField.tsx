import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props extends PasswordInputProps {
  stored: boolean;
  hint?: string;
}

/** Written, never read back: a stored secret shows only that it is stored. */
export function SecretField({ stored, hint, ...input }: Props) {
  const { t } = useTranslation('zoom');
  const description = [hint, stored && t('app.storedHint')].filter(Boolean).join(' ');
  return <PasswordInput {...input} autoComplete="new-password" spellCheck={false} placeholder={stored ? t('app.stored') : undefined} description={description || undefined} />;
}
