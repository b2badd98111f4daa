import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { useRenameStaff } from '@/lib/api/staff/renameStaff';
import type { StaffMember } from '@/lib/api/types';

interface Props {
  clinicId: string;
  person: StaffMember;
}

export function Rename({ clinicId, person }: Props) {
  const { t } = useTranslation(['staff', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="subtle" size="sm" onClick={dialog.open} aria-label={t('rename.openNamed', { name: person.name })}>
        {t('rename.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('rename.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <RenameForm {...{ clinicId, person }} onDone={dialog.close} />
      </Modal>
    </>
  );
}

function RenameForm({ clinicId, person: { id, name }, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('staff');
  const rename = useRenameStaff(clinicId, id);
  const form = useFields({ name }, rename.error);
  return (
    <Form
      onSubmit={() => rename.mutate(form.values.name, { onSuccess: onDone })}
      failure={rename.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={rename.isPending}>
          {t('rename.submit')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('name')} description={t('rename.hint')} autoComplete="off" required data-autofocus />
    </Form>
  );
}
