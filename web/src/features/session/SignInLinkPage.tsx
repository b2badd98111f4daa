import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useFollowSignInLink } from '@/lib/api/session/followSignInLink';
import { wantsCode } from '@/lib/api/session/wantsCode';

/** Mail scanners open links too, so only the button signs in. */
export function SignInLinkPage({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation('session');
  const follow = useFollowSignInLink();
  const form = useFields({ code: '' }, follow.error);
  const codeWanted = wantsCode(follow.error);
  return (
    <QuietFrame>
      <Page title={t('follow.title')} lead={t('follow.lead')}>
        <Form
          onSubmit={() => follow.mutate({ token, ...form.values }, { onSuccess: onSignedIn })}
          failure={codeWanted && form.values.code === '' ? null : follow.error}
          fields={form.names}
          actions={
            follow.error && !codeWanted ? (
              <TextLink to="/sign-in">{t('follow.another')}</TextLink>
            ) : (
              <Button type="submit" loading={follow.isPending}>
                {t('follow.continue')}
              </Button>
            )
          }
        >
          {codeWanted && <CodeInput {...form.field('code')} autoFocus />}
        </Form>
      </Page>
    </QuietFrame>
  );
}
