import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useSignIn } from '@/lib/api/session/signIn';
import { SignInLinkRequest } from './SignInLinkRequest';

interface Props {
  /** Somebody came back from Zoom without being signed in here. */
  fromZoom?: boolean;
  onSignedIn: () => void;
}

export function SignInPage({ fromZoom, onSignedIn }: Props) {
  const { t } = useTranslation('session');
  const signIn = useSignIn();
  const form = useFields({ email: '', password: '' }, signIn.error);

  return (
    <QuietFrame>
      <Page title={t('signIn.title')} lead={t('signIn.lead')}>
        <Stack gap="xl">
          {fromZoom && (
            <Alert color="marigold" icon={<IconInfoCircle aria-hidden />} title={t('signIn.fromZoomTitle')}>
              {t('signIn.fromZoom')}
            </Alert>
          )}
          <Form
            onSubmit={() => signIn.mutate(form.values, { onSuccess: onSignedIn })}
            failure={signIn.error}
            fields={form.names}
            actions={
              <Button type="submit" loading={signIn.isPending} fullWidth>
                {t('signIn.submit')}
              </Button>
            }
          >
            <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" required />
            <PasswordInput {...form.field('password')} label={t('password')} autoComplete="current-password" required />
          </Form>
          <Divider label={t('or')} />
          <SignInLinkRequest email={form.values.email} />
        </Stack>
      </Page>
    </QuietFrame>
  );
}
