import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { useClaimInstallation } from '@/lib/api/installation/claimInstallation';
import { useSignIn } from '@/lib/api/session/signIn';

/** The first page of a new installation: whoever can read the server's console becomes its Administrator. */
export function ClaimPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('session');
  const claim = useClaimInstallation();
  const signIn = useSignIn();
  const form = useFields({ code: '', email: '', password: '' }, claim.error);
  const { email, password } = form.values;
  return (
    <QuietFrame>
      <Page title={t('claim.title')} lead={t('claim.lead')}>
        <Form
          onSubmit={() =>
            claim.mutate(form.values, { onSuccess: () => signIn.mutate({ email, password, code: '' }, { onSuccess: onSignedIn }) })
          }
          failure={claim.error ?? signIn.error}
          fields={form.names}
          actions={
            <Button type="submit" loading={claim.isPending || signIn.isPending}>
              {t('claim.submit')}
            </Button>
          }
        >
          <TextInput {...form.field('code')} label={t('claim.code')} description={t('claim.codeHint')} autoComplete="off" autoCapitalize="none" spellCheck={false} required />
          <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="username" required />
          <PasswordInput
            {...form.field('password')}
            label={t('invitation.newPassword')}
            description={t('invitation.newHint')}
            autoComplete="new-password"
            required
          />
        </Form>
      </Page>
    </QuietFrame>
  );
}
