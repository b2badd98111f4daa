import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { Page } from '@/components/Page';
import { QuietFrame } from '@/components/QuietFrame';
import { SignOnNote } from '@/components/SignOnNote';
import type { SignOnReason } from '@/components/signOnReason';
import { useAcceptInvitation } from '@/lib/api/session/acceptInvitation';
import { useInvitation } from '@/lib/api/session/readInvitation';
import type { Invitation } from '@/lib/api/types';
import { AcceptBySignOn } from './AcceptBySignOn';

interface Props {
  token: string;
  /** Why the way over the clinic's sign-on led back here. */
  signOnFailed?: SignOnReason;
  onAccepted: () => void;
}

export function AcceptInvitationPage({ token, signOnFailed, onAccepted }: Props) {
  const { t } = useTranslation('session');
  const invitation = useInvitation(token);
  return (
    <QuietFrame>
      <Page title={t('invitation.title')}>
        <SignOnNote reason={signOnFailed} title={t('signOn.failed')} />
        <Loaded query={invitation}>
          {(data) => (
            <>
              {data.singleSignOn && <AcceptBySignOn token={token} clinicName={data.clinicName} />}
              <AcceptForm invitation={data} token={token} onAccepted={onAccepted} />
            </>
          )}
        </Loaded>
      </Page>
    </QuietFrame>
  );
}

function AcceptForm({ invitation, token, onAccepted }: Props & { invitation: Invitation }) {
  const { t } = useTranslation('session');
  const accept = useAcceptInvitation();
  const form = useFields({ password: '' }, accept.error);
  const { hasAccount, clinicName, role, email, name } = invitation;
  return (
    <Form
      onSubmit={() => accept.mutate({ token, ...form.values }, { onSuccess: onAccepted })}
      failure={accept.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.accept', { clinic: clinicName })}
        </Button>
      }
    >
      <p>{t('invitation.lead', { name, clinic: clinicName, role: t(`role.${role}`) })}</p>
      <TextInput label={t('email')} value={email} type="email" autoComplete="username" readOnly />
      <PasswordInput
        {...form.field('password')}
        label={t(hasAccount ? 'invitation.existingPassword' : 'invitation.newPassword')}
        description={t(hasAccount ? 'invitation.existingHint' : 'invitation.newHint')}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        required
      />
    </Form>
  );
}
