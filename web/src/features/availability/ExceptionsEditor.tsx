import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AvailabilityException } from '@/lib/api/types';

interface Props {
  exceptions: AvailabilityException[];
  onChange: (exceptions: AvailabilityException[]) => void;
}

/** Dates that differ from the week: time off (all day, or for some hours), or extra hours. */
export function ExceptionsEditor({ exceptions, onChange }: Props) {
  const { t } = useTranslation('availability');
  const replace = (old: AvailabilityException, change: Partial<AvailabilityException>) =>
    onChange(exceptions.map((exception) => (exception === old ? { ...exception, ...change } : exception)));
  return (
    <Stack align="flex-start">
      {exceptions.length === 0 && <Text c="dimmed">{t('noExceptions')}</Text>}
      {exceptions.map((exception, index) => (
        <ExceptionFields
          key={index}
          number={index + 1}
          exception={exception}
          onChange={(change) => replace(exception, change)}
          onRemove={() => onChange(exceptions.filter((kept) => kept !== exception))}
        />
      ))}
      <Button variant="outline" size="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...exceptions, { date: '', available: false }])}>
        {t('addException')}
      </Button>
    </Stack>
  );
}

interface FieldsProps {
  number: number;
  exception: AvailabilityException;
  onChange: (change: Partial<AvailabilityException>) => void;
  onRemove: () => void;
}

function ExceptionFields({ number, exception, onChange, onRemove }: FieldsProps) {
  const { t } = useTranslation('availability');
  const { date, lastDate, from, to, available, reason } = exception;
  const night = from && to && to <= from;
  // Away without hours is away all day; extra work always has hours.
  const hoursNeeded = available || Boolean(from || to);
  return (
    <Group role="group" aria-label={t('exception', { number })} align="flex-end" gap="xs">
      <TextInput type="date" required label={t('date')} value={date} onChange={({ currentTarget }) => onChange({ date: currentTarget.value })} />
      <TextInput
        type="date"
        label={t('lastDate')}
        min={date}
        value={lastDate && lastDate !== date ? lastDate : ''}
        onChange={({ currentTarget }) => onChange({ lastDate: currentTarget.value || undefined })}
      />
      <NativeSelect
        label={t('what')}
        value={available ? 'working' : 'away'}
        onChange={({ currentTarget }) => onChange({ available: currentTarget.value === 'working' })}
        data={[
          { value: 'away', label: t('away') },
          { value: 'working', label: t('working') },
        ]}
      />
      <TextInput type="time" required={hoursNeeded} label={t('from')} value={from ?? ''} onChange={({ currentTarget }) => onChange({ from: currentTarget.value || undefined })} />
      <TextInput type="time" required={hoursNeeded} label={t('to')} value={to ?? ''} onChange={({ currentTarget }) => onChange({ to: currentTarget.value || undefined })} />
      <TextInput label={t('reason')} maxLength={200} value={reason ?? ''} onChange={({ currentTarget }) => onChange({ reason: currentTarget.value || undefined })} />
      {night && <Text size="sm">{t('nextDay')}</Text>}
      <ActionIcon variant="subtle" color="brick" size={44} aria-label={t('removeException', { number })} onClick={onRemove}>
        <IconTrash size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
