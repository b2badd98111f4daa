import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { ProblemAlert } from '@/components/ProblemAlert';
import { QuietFrame } from '@/components/QuietFrame';
import { useFollowSignInLink } from '@/lib/api/session/followSignInLink';

/** Mail scanners open links too, so only the button signs in. */
export function SignInLinkPage({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation('session');
  const follow = useFollowSignInLink();
  return (
    <QuietFrame>
      <Page title={t('follow.title')} lead={t('follow.lead')}>
        <Stack>
          <ProblemAlert failure={follow.error} />
          {follow.error ? (
            <TextLink to="/sign-in">{t('follow.another')}</TextLink>
          ) : (
            <Button loading={follow.isPending} onClick={() => follow.mutate(token, { onSuccess: onSignedIn })}>
              {t('follow.continue')}
            </Button>
          )}
        </Stack>
      </Page>
    </QuietFrame>
  );
}
