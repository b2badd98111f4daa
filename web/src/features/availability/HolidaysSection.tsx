import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Form, useFields } from '@/components/form';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { RowList } from '@/components/RowList';
import { SaveButton } from '@/components/SaveButton';
import { Section } from '@/components/Section';
import { useAddHoliday, useHolidays, usePreviewHoliday, useRemoveHoliday } from '@/lib/api/clinics/holidays';
import { useTimes } from '@/lib/times';
import { LeftOutsideDialog } from './LeftOutsideDialog';

/** Dates on which the clinic is closed. */
export function HolidaysSection({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('availability');
  const holidays = useHolidays(clinicId);
  const remove = useRemoveHoliday(clinicId);
  const { fullDay } = useTimes('UTC');
  return (
    <Section title={t('holidays.title')} lead={t('holidays.lead')}>
      <Loaded query={holidays}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('holidays.none')}</Text>
          ) : (
            <RowList>
              {items.map(({ id, name, firstDate, lastDate }) => (
                <Group key={id} component="li" justify="space-between" wrap="nowrap">
                  <div>
                    <Text fw={650}>{name}</Text>
                    <Text size="sm" c="dimmed">
                      {firstDate === lastDate ? fullDay(firstDate) : t('holidays.range', { first: fullDay(firstDate), last: fullDay(lastDate) })}
                    </Text>
                  </div>
                  <ActionIcon
                    variant="subtle"
                    color="brick"
                    size={44}
                    aria-label={t('holidays.remove', { name })}
                    loading={remove.isPending && remove.variables === id}
                    onClick={() => remove.mutate(id)}
                  >
                    <IconTrash size={20} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
            </RowList>
          )
        }
      </Loaded>
      <ProblemAlert failure={remove.error} />
      <NewHoliday clinicId={clinicId} />
    </Section>
  );
}

function NewHoliday({ clinicId }: { clinicId: string }) {
  const { t } = useTranslation('availability');
  const preview = usePreviewHoliday(clinicId);
  const add = useAddHoliday(clinicId);
  const form = useFields({ name: '', firstDate: '', lastDate: '' }, preview.error ?? add.error);
  const holiday = { ...form.values, lastDate: form.values.lastDate || form.values.firstDate };
  const save = () =>
    add.mutate(holiday, {
      onSuccess: () => {
        preview.reset();
        form.clear('name', 'firstDate', 'lastDate');
      },
    });
  return (
    <>
      <Form
        onSubmit={() => preview.mutate(holiday, { onSuccess: ({ total }) => total === 0 && save() })}
        failure={preview.error ?? (preview.data?.total ? null : add.error)}
        fields={form.names}
        actions={<SaveButton label={t('holidays.add')} pending={preview.isPending || add.isPending} saved={add.isSuccess && !form.values.name} />}
      >
        <TextInput {...form.field('name')} label={t('holidays.name')} required />
        <Group align="flex-start" grow>
          <TextInput {...form.field('firstDate')} label={t('holidays.first')} type="date" required />
          <TextInput {...form.field('lastDate')} label={t('holidays.last')} type="date" min={form.values.firstDate} />
        </Group>
      </Form>
      <LeftOutsideDialog clinicId={clinicId} found={preview.data} onClose={() => preview.reset()} onSave={save} pending={add.isPending} failure={add.error} />
    </>
  );
}
