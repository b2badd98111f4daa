import { Alert, Button, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailForward, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useInviteStaff } from '@/lib/api/staff/inviteStaff';
import type { StaffKind } from '@/lib/api/staff/listStaff';

const kinds: StaffKind[] = ['doctors', 'receptionists', 'admins'];

export function InviteStaff({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation(['staff', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('invite.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('invite.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <InviteForm clinicId={clinicId} onDone={dialog.close} />
      </Modal>
    </>
  );
}

function InviteForm({ clinicId, onDone }: { clinicId: string; onDone: () => void }) {
  const { t } = useTranslation(['staff', 'common']);
  const invite = useInviteStaff(clinicId);
  const form = useFields({ kind: 'doctors', name: '', email: '' }, invite.error);
  const { name, email } = form.values;
  const kind = kinds.find((known) => known === form.values.kind) ?? 'doctors';

  if (invite.isSuccess) {
    return (
      <Stack>
        <Alert role="status" color="pine" icon={<IconMailForward aria-hidden />} title={t('invite.sentTitle')}>
          {t('invite.sent', { name, email })}
        </Alert>
        <Button onClick={onDone}>{t('common:close')}</Button>
      </Stack>
    );
  }
  return (
    <Form
      onSubmit={() => invite.mutate({ kind, name, email })}
      failure={invite.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={invite.isPending}>
          {t('invite.submit')}
        </Button>
      }
    >
      <NativeSelect {...form.field('kind')} label={t('invite.role')} data={kinds.map((known) => ({ value: known, label: t(`role.${known}`) }))} />
      <TextInput {...form.field('name')} label={t('name')} autoComplete="off" required data-autofocus />
      <TextInput {...form.field('email')} label={t('email')} type="email" autoComplete="off" required />
    </Form>
  );
}
