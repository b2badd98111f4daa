import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { SignOnNote } from '@/components/SignOnNote';
import type { SignOnReason } from '@/components/signOnReason';
import { useSignIn } from '@/lib/api/session/signIn';
import { wantsCode } from '@/lib/api/session/wantsCode';
import { PasskeySignIn } from './PasskeySignIn';
import { SignInLinkRequest } from './SignInLinkRequest';
import { SignOn } from './SignOn';

interface Props {
  /** Somebody came back from Zoom without being signed in here. */
  fromZoom?: boolean;
  /** The short name of the clinic whose sign-on is offered first. */
  clinic?: string;
  returnTo?: string;
  /** Why the way over a clinic's sign-on led back here. */
  signOnFailed?: SignOnReason;
  onSignedIn: () => void;
}

export function SignInPage({ fromZoom, clinic, returnTo, signOnFailed, onSignedIn }: Props) {
  const { t } = useTranslation('session');
  const signIn = useSignIn();
  const form = useFields({ email: '', password: '', code: '' }, signIn.error);
  const codeWanted = wantsCode(signIn.error) || form.values.code !== '';

  return (
    <QuietFrame>
      <Page title={t('signIn.title')} lead={t('signIn.lead')}>
        <Stack gap="xl">
          {fromZoom && (
            <Alert color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('signIn.fromZoomTitle')}>
              {t('signIn.fromZoom')}
            </Alert>
          )}
          <SignOnNote reason={signOnFailed} title={t('signOn.failed')} />
          {clinic && (
            <>
              <SignOn key={clinic} clinic={clinic} returnTo={returnTo} />
              <Divider label={t('or')} />
            </>
          )}
          <Form
            onSubmit={() => signIn.mutate(form.values, { onSuccess: onSignedIn })}
            failure={form.values.code === '' && wantsCode(signIn.error) ? null : signIn.error}
            fields={form.names}
            actions={
              <Button type="submit" loading={signIn.isPending} fullWidth>
                {t('signIn.submit')}
              </Button>
            }
          >
            <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" required />
            <PasswordInput {...form.field('password')} label={t('password')} autoComplete="current-password" required />
            {codeWanted && <CodeInput {...form.field('code')} autoFocus />}
            <TextLink to="/forgotten-password">{t('reset.forgotten')}</TextLink>
          </Form>
          <Divider label={t('or')} />
          <PasskeySignIn onSignedIn={onSignedIn} />
          <SignInLinkRequest email={form.values.email} />
          {!clinic && <SignOn returnTo={returnTo} />}
        </Stack>
      </Page>
    </QuietFrame>
  );
}
