import { Button, Group, TextInput } from '@mantine/core';
import { IconCalendarRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '@/lib/times';

/** Starts another week from a date on. */
export function OtherHours({ onFrom }: { onFrom: (date: CalendarDay) => void }) {
  const { t } = useTranslation('availability');
  const [date, setDate] = useState('');
  const [missing, setMissing] = useState(false);
  const start = () => {
    setMissing(!date);
    if (!date) return;
    onFrom(date);
    setDate('');
  };
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        type="date"
        label={t('period.otherFrom')}
        value={date}
        error={missing && !date ? t('period.dateMissing') : undefined}
        onChange={({ currentTarget }) => setDate(currentTarget.value)}
      />
      <Button variant="outline" leftSection={<IconCalendarRepeat size={18} aria-hidden />} onClick={start}>
        {t('period.add')}
      </Button>
    </Group>
  );
}
