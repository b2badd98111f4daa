import { Button, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { useCreateService } from '@/lib/api/services/createService';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';

export function ServiceForm({ clinicId, onDone }: { clinicId: string; onDone: () => void }) {
  const { t } = useTranslation(['services', 'common']);
  const doctors = useStaff(clinicId, 'doctors');
  const create = useCreateService(clinicId);
  const form = useFields({ name: '', mode: 'VIDEO', durationMinutes: '20' }, create.error);
  const [doctorIds, setDoctorIds] = useState<string[]>([]);
  const submit = () => {
    const { name, mode, durationMinutes } = form.values;
    create.mutate({ name, mode: mode === 'VIDEO' ? 'VIDEO' : 'IN_PERSON', durationMinutes: Number(durationMinutes), doctorIds }, { onSuccess: onDone });
  };
  return (
    <Form
      onSubmit={submit}
      failure={create.error}
      fields={form.names}
      actions={
        <Button type="submit" loading={create.isPending}>
          {t('create')}
        </Button>
      }
    >
      <TextInput {...form.field('name')} label={t('name')} required data-autofocus />
      <Radio.Group label={t('mode')} value={form.values.mode} onChange={(mode) => form.set('mode', mode)} error={form.errorOf('mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="VIDEO" label={t('common:mode.VIDEO')} />
          <Radio value="IN_PERSON" label={t('common:mode.IN_PERSON')} />
        </Stack>
      </Radio.Group>
      <TextInput {...form.field('durationMinutes')} label={t('duration')} type="number" min={5} max={480} step={5} required />
      <Loaded query={doctors}>
        {({ items }) => (
          <Checkbox.Group label={t('doctors')} value={doctorIds} onChange={setDoctorIds} error={create.error?.errors.find(({ field }) => field.startsWith('doctorIds'))?.message}>
            <Stack gap="xs" mt="xs">
              {items.length === 0 && <Text c="dimmed">{t('noDoctors')}</Text>}
              {items.filter(isPresent).map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Loaded>
    </Form>
  );
}
