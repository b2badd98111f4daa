import { Button, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { useSlots } from '@/lib/api/availability/listSlots';
import type { Slot } from '@/lib/api/types';
import { groupBy } from '@/lib/groupBy';
import { addDays, dayIn } from '@/lib/times';
import { FirstFree } from './FirstFree';
import classes from './SlotPicker.module.css';
import { SlotDay } from './SlotDay';
import { useReaderTimes } from './useReaderTimes';

const DAYS = 7;

interface Props {
  clinicId: string;
  serviceId: string;
  doctorId?: string;
  chosen?: string;
  onChoose: (slot: Slot) => void;
}

/** A week of free times, under the days they fall on for the reader. */
export function SlotPicker({ clinicId, serviceId, doctorId, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const today = dayIn(times.zone, Date.now());
  const [first, setFirst] = useState(today);
  const days = Array.from({ length: DAYS }, (_, i) => addDays(first, i));
  const last = addDays(first, DAYS - 1);
  // The server counts days in the clinic's zone; the reader's day may reach into its neighbours.
  const margin = times.zone === times.clinicZone ? 0 : 1;
  const slots = useSlots(clinicId, { serviceId, doctorId, from: addDays(first, -margin), to: addDays(last, margin) });

  return (
    <div>
      <Group justify="space-between" mb="sm">
        <Button
          variant="default"
          size="sm"
          disabled={first <= today}
          onClick={() => setFirst(addDays(first, -DAYS))}
          leftSection={<IconChevronLeft className={classes.arrow} size={18} aria-hidden />}
        >
          {t('slots.earlier')}
        </Button>
        <Title order={3} size="h3" aria-live="polite">
          {t('slots.week', { from: times.shortDay(first), to: times.shortDay(last) })}
        </Title>
        <Button
          variant="default"
          size="sm"
          onClick={() => setFirst(addDays(first, DAYS))}
          rightSection={<IconChevronRight className={classes.arrow} size={18} aria-hidden />}
        >
          {t('slots.later')}
        </Button>
      </Group>
      <Loaded query={slots}>
        {({ items }) => {
          const byDay = groupBy(items, ({ start }) => dayIn(times.zone, start));
          if (!days.some((day) => byDay.has(day))) {
            return <FirstFree search={{ serviceId, doctorId, from: addDays(last, 1), to: addDays(last, 31) }} {...{ clinicId }} onGo={setFirst} />;
          }
          return (
            <div className={classes.week} aria-busy={slots.isPlaceholderData}>
              {days.map((day) => (
                <SlotDay key={day} day={day} slots={byDay.get(day) ?? []} {...{ times, chosen, onChoose }} />
              ))}
            </div>
          );
        }}
      </Loaded>
      <Text size="sm" c="dimmed" mt="sm">
        {t('slots.zone', { zone: times.zoneName(`${first}T12:00:00Z`) })}
      </Text>
    </div>
  );
}
