import { Alert, Checkbox, Group, NativeSelect, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { SaveButton } from '@/components/SaveButton';
import type { FailureLike } from '@/components/problemWords';
import type { NewService, Service } from '@/lib/api/types';
import { isPresent, useStaff } from '@/lib/api/staff/listStaff';
import { useHosts } from '@/lib/api/zoom/listHosts';
import { colourNames, colours } from './colours';
import { audiences, detailsOf, endedByZoom, fieldsOf } from './details';
import { Swatch } from './Swatch';

interface Props {
  clinicId: string;
  /** Without one, a new one. */
  service?: Service;
  onSave: (service: NewService) => void;
  pending: boolean;
  failure: FailureLike;
}

export function ServiceForm({ clinicId, service, onSave, pending, failure }: Props) {
  const { t } = useTranslation(['services', 'common']);
  const doctors = useStaff(clinicId, 'doctors');
  const hosts = useHosts(clinicId);
  const form = useFields(fieldsOf(service), failure);
  const [doctorIds, setDoctorIds] = useState(service?.doctorIds ?? []);
  const currencies = useMemo(() => Intl.supportedValuesOf('currency'), []);
  const { colour, currency, mode, price } = form.values;
  const tooLong = endedByZoom(hosts.data?.items ?? [], mode, Number(form.values.durationMinutes), doctorIds);
  const unnamed = colour && !Object.values<string>(colours).includes(colour);
  return (
    <Form
      onSubmit={() => onSave(detailsOf(form.values, doctorIds))}
      failure={failure}
      fields={[...form.names, 'doctorIds']}
      actions={<SaveButton label={t(service ? 'saveService' : 'create')} pending={pending} saved={false} />}
    >
      <TextInput {...form.field('name')} label={t('name')} description={t('nameHint')} required data-autofocus />
      <TextInput {...form.field('publicName')} label={t('publicName')} description={t('publicNameHint')} />
      <Textarea {...form.field('description')} label={t('description')} description={t('descriptionHint')} autosize minRows={2} maxLength={2000} />
      <Radio.Group label={t('mode')} value={mode} onChange={(chosen) => form.set('mode', chosen)} error={form.errorOf('mode')}>
        <Stack gap="xs" mt="xs">
          <Radio value="VIDEO" label={t('common:mode.VIDEO')} />
          <Radio value="IN_PERSON" label={t('common:mode.IN_PERSON')} />
        </Stack>
      </Radio.Group>
      <TextInput {...form.field('durationMinutes')} label={t('duration')} type="number" min={5} max={720} required />
      <Group grow align="flex-end">
        <TextInput {...form.field('bufferBeforeMinutes')} label={t('bufferBefore')} type="number" min={0} max={240} required />
        <TextInput {...form.field('bufferAfterMinutes')} label={t('bufferAfter')} type="number" min={0} max={240} required />
      </Group>
      <Text size="sm" c="dimmed">
        {t('bufferHint')}
      </Text>
      <Group grow align="flex-start">
        <TextInput {...form.field('price')} label={t('price')} description={t('priceHint')} type="number" min={0} step={0.01} />
        <Select
          label={t('currency')}
          description={t('currencyHint')}
          data={currencies}
          value={currency || null}
          onChange={(code) => form.set('currency', code ?? '')}
          error={form.errorOf('currency')}
          required={price.trim() !== ''}
          searchable
          clearable
          limit={60}
        />
      </Group>
      <Radio.Group label={t('bookableBy')} value={form.values.bookableBy} onChange={(chosen) => form.set('bookableBy', chosen)} error={form.errorOf('bookableBy')}>
        <Stack gap="xs" mt="xs">
          {audiences.map((audience) => (
            <Radio key={audience} value={audience} label={t(`audience.${audience}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        {...form.field('colour')}
        label={t('colour')}
        leftSection={<Swatch colour={colour} />}
        data={[
          { value: '', label: t('noColour') },
          ...colourNames.map((known) => ({ value: colours[known], label: t(`colours.${known}`) })),
          ...(unnamed ? [{ value: colour, label: colour }] : []),
        ]}
      />
      <Loaded query={doctors}>
        {({ items }) => (
          <Checkbox.Group label={t('doctors')} value={doctorIds} onChange={setDoctorIds} error={failure?.errors?.find(({ field }) => field.startsWith('doctorIds'))?.message}>
            <Stack gap="xs" mt="xs">
              {items.length === 0 && <Text c="dimmed">{t('noDoctors')}</Text>}
              {items.filter(isPresent).map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
      </Loaded>
      {tooLong.length > 0 && (
        <Alert color="marigold" icon={<IconAlertTriangle aria-hidden />}>
          {t('basic', { doctors: tooLong.join(', ') })}
        </Alert>
      )}
    </Form>
  );
}
