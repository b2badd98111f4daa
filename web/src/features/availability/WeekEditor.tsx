import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Day, WeeklyHours } from '@/lib/api/types';
import { addDays, useTimes } from '@/lib/times';
import classes from './WeekEditor.module.css';

const days: Day[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const A_MONDAY = '2024-01-01';

interface Props {
  weekly: WeeklyHours[];
  onChange: (weekly: WeeklyHours[]) => void;
}

export function WeekEditor({ weekly, onChange }: Props) {
  const { t } = useTranslation('availability');
  const { weekday } = useTimes('UTC');
  const add = (day: Day) => {
    const before = weekly.filter((hours) => hours.day === day).at(-1);
    onChange([...weekly, before ? { day, from: before.to, to: '' } : { day, from: '09:00', to: '17:00' }]);
  };
  const replace = (old: WeeklyHours, change: Partial<WeeklyHours>) => onChange(weekly.map((hours) => (hours === old ? { ...hours, ...change } : hours)));
  return (
    <Stack gap={0}>
      {days.map((day, i) => {
        const name = weekday(addDays(A_MONDAY, i));
        const ofDay = weekly.filter((hours) => hours.day === day);
        return (
          <div key={day} className={classes.day} role="group" aria-label={name}>
            <Text fw={650}>{name}</Text>
            <Stack gap="xs">
              {ofDay.length === 0 && <Text c="dimmed">{t('notWorking')}</Text>}
              {ofDay.map((hours, index) => (
                <Group key={index} gap="xs" className={classes.range}>
                  <TextInput
                    type="time"
                    required
                    aria-label={t('fromOn', { day: name })}
                    value={hours.from}
                    onChange={({ currentTarget }) => replace(hours, { from: currentTarget.value })}
                  />
                  <span aria-hidden="true">–</span>
                  <TextInput
                    type="time"
                    required
                    aria-label={t('toOn', { day: name })}
                    value={hours.to}
                    onChange={({ currentTarget }) => replace(hours, { to: currentTarget.value })}
                  />
                  {hours.to !== '' && hours.to <= hours.from && <Text size="sm">{t('nextDay')}</Text>}
                  <ActionIcon
                    variant="subtle"
                    color="brick"
                    size={44}
                    aria-label={t('removeHours', { day: name, from: hours.from, to: hours.to })}
                    onClick={() => onChange(weekly.filter((kept) => kept !== hours))}
                  >
                    <IconTrash size={20} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
            </Stack>
            <Button variant="subtle" size="sm" leftSection={<IconPlus size={18} aria-hidden />} aria-label={t('addOn', { day: name })} onClick={() => add(day)}>
              {t('add')}
            </Button>
          </div>
        );
      })}
    </Stack>
  );
}
