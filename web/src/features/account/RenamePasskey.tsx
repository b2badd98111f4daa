import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useRenamePasskey } from '@/lib/api/account/passkeys';
import type { Passkey } from '@/lib/api/types';

export function RenamePasskey({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation(['account', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="subtle" onClick={dialog.open} aria-label={t('passkeys.renameNamed', { name: passkey.name })}>
        {t('passkeys.rename')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('passkeys.renameTitle', { name: passkey.name })} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <NameForm passkey={passkey} onDone={dialog.close} />
      </Modal>
    </>
  );
}

function NameForm({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const { t } = useTranslation(['account', 'common']);
  const rename = useRenamePasskey();
  const form = useFields({ name: passkey.name }, rename.error);
  return (
    <Form
      onSubmit={() => rename.mutate({ id: passkey.id, name: form.values.name }, { onSuccess: onDone })}
      failure={rename.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={rename.isPending}>
          {t('common:save')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('passkeys.name')} maxLength={60} autoComplete="off" required data-autofocus />
    </Form>
  );
}
