import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFingerprint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useAddPasskey } from '@/lib/api/account/passkeys';
import { browserName } from './browserName';

export function NewPasskey() {
  const { t } = useTranslation(['account', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" w="fit-content" leftSection={<IconFingerprint size={18} aria-hidden />} onClick={dialog.open}>
        {t('passkeys.new')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('passkeys.newTitle')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <PasskeyForm onDone={dialog.close} />
      </Modal>
    </>
  );
}

function PasskeyForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account');
  const add = useAddPasskey();
  const form = useFields({ name: browserName(navigator.userAgent) ?? '' }, add.error);
  return (
    <Form
      onSubmit={() => add.mutate(form.values.name, { onSuccess: onDone })}
      failure={add.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={add.isPending}>
          {t('passkeys.submit')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('passkeys.name')} description={t('passkeys.nameHint')} maxLength={60} autoComplete="off" required data-autofocus />
      <Text size="sm">{t('passkeys.newWords')}</Text>
    </Form>
  );
}
