import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { confirmSignInBy } from '@/lib/api/confirmation';
import { useConfirmSignIn } from '@/lib/api/session/confirmSignIn';
import { sessionQuery } from '@/lib/api/session/readSession';
import { wantsCode } from '@/lib/api/session/wantsCode';
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
    <Modal opened={asked !== undefined} onClose={() => close(false)} title={t('confirm.title')} closeButtonProps={{ 'aria-label': t('confirm.cancel') }}>
      {session?.onlyClinic ? <ConfirmBySignOn clinicId={session.onlyClinic} /> : <ConfirmForm onConfirmed={() => close(true)} onCancel={() => close(false)} />}
    </Modal>
  );
}

function ConfirmForm({ onConfirmed, onCancel }: { onConfirmed: () => void; onCancel: () => void }) {
  const { t } = useTranslation('session');
  const confirm = useConfirmSignIn();
  const form = useFields({ password: '', code: '' }, confirm.error);
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
      <p>{t('confirm.lead')}</p>
      <PasswordInput {...form.field('password')} label={t('password')} autoComplete="current-password" required data-autofocus />
      {codeWanted && <CodeInput {...form.field('code')} autoFocus />}
    </Form>
  );
}
