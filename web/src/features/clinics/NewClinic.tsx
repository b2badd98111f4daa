import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { ZoneSelect } from '@/components/ZoneSelect';
import { useCreateClinic } from '@/lib/api/clinics/createClinic';
import { browserZone } from '@/lib/times';
import { slugOf } from './slug';

export function NewClinic() {
  const { t } = useTranslation(['clinics', 'common']);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
        {t('new.open')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t('new.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
        <NewClinicForm onDone={dialog.close} />
      </Modal>
    </>
  );
}

function NewClinicForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('clinics');
  const create = useCreateClinic();
  const form = useFields({ name: '', slug: '', timeZone: browserZone() }, create.error);
  const slug = form.values.slug || slugOf(form.values.name);
  return (
    <Form
      onSubmit={() => create.mutate({ ...form.values, slug }, { onSuccess: onDone })}
      failure={create.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={create.isPending}>
          {t('new.submit')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('name')} required data-autofocus />
      <TextInput {...form.field('slug')} label={t('slug')} description={t('slugHint')} placeholder={slug} pattern="[a-z0-9]+(-[a-z0-9]+)*" />
      <ZoneSelect label={t('timeZone')} value={form.values.timeZone} onChange={(zone) => form.set('timeZone', zone)} error={form.errorOf('timeZone')} required />
    </Form>
  );
}
