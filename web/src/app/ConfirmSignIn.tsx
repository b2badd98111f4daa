import { Button, getDefaultZIndex, Group, Modal, PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeInput } from '@/components/CodeInput';
import { Form, useFields } from '@/components/form';
import { confirmSignInBy } from '@/lib/api/confirmation';
import { useConfirmSignIn } from '@/lib/api/session/confirmSignIn';
import { wantsCode } from '@/lib/api/session/wantsCode';

/** Comes up over whatever is being done where the server wants a recent sign-in; what was typed below it stays. */
export function ConfirmSignIn() {
  const { t } = useTranslation('session');
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
      <ConfirmForm onConfirmed={() => close(true)} onCancel={() => close(false)} />
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
