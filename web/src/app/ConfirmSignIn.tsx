import { Button, getDefaultZIndex, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { ProblemAlert } from '@/components/ProblemAlert';
import { usePasskeys } from '@/lib/api/account/passkeys';
import { confirmSignInBy } from '@/lib/api/confirmation';
import { usePasskeysHere } from '@/lib/api/installation/passkeysHere';
import { useConfirmSignIn } from '@/lib/api/session/confirmSignIn';
import { useConfirmWithPasskey } from '@/lib/api/session/confirmWithPasskey';
import { sessionQuery } from '@/lib/api/session/readSession';
import { wantsCode } from '@/lib/api/session/wantsCode';
import type { Session } from '@/lib/api/types';
import { ConfirmByLink } from './ConfirmByLink';
import { ConfirmBySignOn } from './ConfirmBySignOn';

/** Comes up over whatever is being done where the server wants a recent sign-in; what was typed below it stays. */
export function ConfirmSignIn() {
  const { t } = useTranslation('session');
  const { data: session } = useQuery(sessionQuery);
  const [asked, setAsked] = useState<{ answer: (confirmed: boolean) => void }>();
  useEffect(() => confirmSignInBy(() => new Promise((answer) => setAsked({ answer }))), []);

  const close = (confirmed: boolean) => {
    asked?.answer(confirmed);
    setAsked(undefined);
  };
  return (
    <Modal
      opened={asked !== undefined}
      onClose={() => close(false)}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': t('confirm.cancel') }}
      zIndex={getDefaultZIndex('overlay')} // above the dialog whose button has led here
      attributes={{ header: { role: 'presentation' } }} // with that dialog's there would be two banners
    >
      {session && <Ways session={session} onConfirmed={() => close(true)} onCancel={() => close(false)} />}
    </Modal>
  );
}

interface Answers {
  onConfirmed: () => void;
  onCancel: () => void;
}

/** Each as they can: at the clinic's sign-on that vouched, by the password, or by the mailbox; and by a passkey, where there is one. */
function Ways({ session: { onlyClinic, hasPassword, email }, ...answers }: Answers & { session: Session }) {
  const byPasskey = useHasPasskeyHere();
  if (onlyClinic) return <ConfirmBySignOn clinicId={onlyClinic} />;
  if (hasPassword) return <ConfirmForm {...answers} />;
  return (
    <Stack>
      {byPasskey && <ConfirmWithPasskey onConfirmed={answers.onConfirmed} />}
      <ConfirmByLink email={email} {...answers} />
    </Stack>
  );
}

function ConfirmForm({ onConfirmed, onCancel }: Answers) {
  const { t } = useTranslation('session');
  const confirm = useConfirmSignIn();
  const form = useFields({ password: '', code: '' }, confirm.error);
  const byPasskey = useHasPasskeyHere();
  const codeWanted = wantsCode(confirm.error) || form.values.code !== '';
  return (
    <Form
      onSubmit={() => confirm.mutate(form.values, { onSuccess: onConfirmed })}
      failure={form.values.code === '' && wantsCode(confirm.error) ? null : confirm.error}
      fields={form.names}
      actions={
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            {t('confirm.submit')}
          </Button>
        </Group>
      }
    >
      <p>{t(byPasskey ? 'confirm.leadPasskey' : 'confirm.lead')}</p>
      {byPasskey && <ConfirmWithPasskey onConfirmed={onConfirmed} />}
      <PasswordInput {...form.field('password')} label={t('password')} autoComplete="current-password" required data-autofocus />
      {codeWanted && <CodeInput {...form.field('code')} autoFocus />}
    </Form>
  );
}

function useHasPasskeyHere(): boolean {
  const here = usePasskeysHere();
  const passkeys = usePasskeys();
  return here?.possible === true && (passkeys.data?.items.length ?? 0) > 0;
}

function ConfirmWithPasskey({ onConfirmed }: { onConfirmed: () => void }) {
  const { t } = useTranslation('session');
  const confirm = useConfirmWithPasskey();
  return (
    <>
      <ProblemAlert failure={confirm.error} />
      <Button
        variant="outline"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={confirm.isPending}
        onClick={() => confirm.mutate(undefined, { onSuccess: onConfirmed })}
      >
        {t('confirm.passkey')}
      </Button>
    </>
  );
}
