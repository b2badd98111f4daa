import { ActionIcon, Group, Paper, Text, TextInput, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '@/lib/times';
import type { Period } from './periods';
import { WeekEditor } from './WeekEditor';

interface Props {
  period: Period;
  onChange: (period: Period) => void;
  /** Where there are others. */
  onRemove?: () => void;
}

/** The week that holds from one date to another. */
export function PeriodEditor({ period, onChange, onRemove }: Props) {
  const { t } = useTranslation('availability');
  const heading = useId();
  const { fullDay } = useTimes('UTC');
  const { validFrom, validUntil, weekly } = period;
  const holds = [validFrom && t('period.fromDay', { day: fullDay(validFrom) }), validUntil && t('period.untilDay', { day: fullDay(validUntil) })].filter(Boolean).join(' ');
  return (
    <Paper component="section" aria-labelledby={heading}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} id={heading}>
            {t('weekly')}
          </Title>
          {holds && <Text>{holds}</Text>}
        </div>
        {onRemove && (
          <ActionIcon variant="subtle" color="brick" size={44} aria-label={t('period.remove', { holds })} onClick={onRemove}>
            <IconTrash size={20} aria-hidden />
          </ActionIcon>
        )}
      </Group>
      <Group align="flex-end" gap="xs" my="sm">
        <TextInput type="date" label={t('period.from')} value={validFrom ?? ''} onChange={({ currentTarget }) => onChange({ ...period, validFrom: currentTarget.value || undefined })} />
        <TextInput
          type="date"
          label={t('period.until')}
          min={validFrom}
          value={validUntil ?? ''}
          onChange={({ currentTarget }) => onChange({ ...period, validUntil: currentTarget.value || undefined })}
        />
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {t('period.hint')}
      </Text>
      <WeekEditor weekly={weekly} onChange={(changed) => onChange({ ...period, weekly: changed })} />
    </Paper>
  );
}
