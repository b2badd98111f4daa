import { Button, Group, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { usePasskeys } from '@/lib/api/account/passkeys';
import { useSecondFactor } from '@/lib/api/account/secondFactor';
import { askToConfirmSignIn } from '@/lib/api/confirmation';
import { isProblem } from '@/lib/api/problem';
import { CrashPage } from './CrashPage';

/** A clinic that does not open: most often because it asks for more than a password. */
export function ClinicTroublePage(props: ErrorComponentProps) {
  return isProblem(props.error, 'second-factor-wanted') ? <SecondFactorWanted {...props} /> : <CrashPage {...props} />;
}

function SecondFactorWanted({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('session');
  const router = useRouter();
  const factor = useSecondFactor();
  const passkeys = usePasskeys();
  const hasOne = factor.data?.on || (passkeys.data?.items.length ?? 0) > 0;
  const confirm = async () => {
    if (await askToConfirmSignIn()) {
      reset();
      await router.invalidate();
    }
  };
  return (
    <Page title={t('factorWanted.title')} narrow>
      <Text role="alert">{isProblem(error, 'second-factor-wanted') && error.detail}</Text>
      <Group>
        {hasOne ? <Button onClick={() => void confirm()}>{t('factorWanted.confirm')}</Button> : <ButtonLink to="/account">{t('factorWanted.setUp')}</ButtonLink>}
      </Group>
    </Page>
  );
}
