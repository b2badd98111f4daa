import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The code of an authenticator app, or a recovery code. */
export function CodeInput(props: TextInputProps) {
  const { t } = useTranslation('common');
  return <TextInput label={t('code')} description={t('codeHint')} autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} required {...props} />;
}
