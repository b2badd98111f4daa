import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { ZoneSelect } from '@/components/ZoneSelect';
import { useCreatePatient } from '@/lib/api/patients/createPatient';

interface Props {
  clinicId: string;
  onCreated: (patient: { id: string; name: string }) => void;
  onCancel: () => void;
}

/** A patient needs a name and one way to be reached. */
export function PatientForm({ clinicId, onCreated, onCancel }: Props) {
  const { t } = useTranslation(['patients', 'common']);
  const create = useCreatePatient(clinicId);
  const form = useFields({ name: '', email: '', phone: '', timeZone: '' }, create.error);
  const { name, email, phone, timeZone } = form.values;
  const submit = () =>
    create.mutate(
      { name: name.trim(), email: email.trim() || undefined, phone: phone.trim() || undefined, timeZone: timeZone || undefined },
      { onSuccess: ({ id }) => onCreated({ id, name }) },
    );
  return (
    <Form
      onSubmit={submit}
      failure={create.error}
      fields={form.names}
      actions={
        <Group>
          <Button type="submit" loading={create.isPending}>
            {t('create')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        </Group>
      }
    >
      <TextInput {...form.field('name')} label={t('name')} autoComplete="off" required data-autofocus />
      <TextInput {...form.field('email')} label={t('email')} description={t('reachHint')} type="email" autoComplete="off" required={!phone.trim()} />
      <TextInput {...form.field('phone')} label={t('phone')} type="tel" autoComplete="off" />
      <ZoneSelect
        label={t('timeZone')}
        description={t('timeZoneHint')}
        value={timeZone}
        onChange={(zone) => form.set('timeZone', zone)}
        error={form.errorOf('timeZone')}
        clearable
      />
    </Form>
  );
}
