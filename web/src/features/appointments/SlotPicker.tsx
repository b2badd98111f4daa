import { Button, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '@/components/Loaded';
import { ProblemAlert } from '@/components/ProblemAlert';
import { useFirstFree, useSlots } from '@/lib/api/availability/listSlots';
import type { Slot } from '@/lib/api/types';
import { groupBy } from '@/lib/groupBy';
import { addDays, type CalendarDay, dayIn, sameClock } from '@/lib/times';
import { FirstFree } from './FirstFree';
import { OtherTime } from './OtherTime';
import classes from './SlotPicker.module.css';
import { SlotDay } from './SlotDay';
import { useReaderTimes } from './useReaderTimes';

const DAYS = 7;
/** As far as the server looks at once. */
const FAR = 89;

interface Props {
  clinicId: string;
  serviceId: string;
  doctorId?: string;
  chosen?: Slot;
  onChoose: (slot: Slot) => void;
}

/** A week of free times, under the days they fall on for the reader. */
export function SlotPicker({ clinicId, serviceId, doctorId, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const times = useReaderTimes(clinicId);
  const { zone } = times;
  const today = dayIn(zone, Date.now());
  const [first, setFirst] = useState(today);
  const days = Array.from({ length: DAYS }, (_, i) => addDays(first, i));
  const last = addDays(first, DAYS - 1);
  const slots = useSlots(clinicId, { serviceId, doctorId, from: first, to: last, zone });
  const firstFree = useFirstFree(clinicId);
  const choose = (slot: Slot | undefined) => {
    if (!slot) return;
    setFirst(dayIn(zone, slot.start));
    onChoose(slot);
  };
  const noon = `${first}T12:00:00Z`;

  return (
    <div>
      <Button
        variant="outline"
        size="sm"
        mb="md"
        loading={firstFree.isPending}
        onClick={() => firstFree.mutate({ serviceId, doctorId, from: today, to: addDays(today, FAR), zone }, { onSuccess: choose })}
      >
        {t('slots.takeFirst')}
      </Button>
      <ProblemAlert failure={firstFree.error} />
      {firstFree.isSuccess && !firstFree.data && <Text mb="md">{t('slots.nothingAhead')}</Text>}
      <Group justify="space-between" mb="sm">
        <Button
          variant="default"
          size="sm"
          disabled={first <= today}
          onClick={() => setFirst(later(addDays(first, -DAYS), today))}
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
          const byDay = groupBy(withHeld(items, chosen, doctorId), ({ start }) => dayIn(zone, start));
          if (!days.some((day) => byDay.has(day))) {
            return <FirstFree search={{ serviceId, doctorId, from: addDays(last, 1), to: addDays(last, FAR), zone }} {...{ clinicId }} onGo={setFirst} />;
          }
          return (
            <div className={classes.week} aria-busy={slots.isPlaceholderData}>
              {days.map((day) => (
                <SlotDay key={day} day={day} slots={byDay.get(day) ?? []} {...{ times, onChoose }} chosen={chosen?.start} />
              ))}
            </div>
          );
        }}
      </Loaded>
      <Text size="sm" c="dimmed" mt="sm">
        {sameClock(zone, times.clinicZone, noon)
          ? t('slots.zone', { zone: times.zoneName(noon) })
          : t('slots.otherZone', { zone: times.zoneName(noon), clinic: times.clinicZone })}
      </Text>
      <OtherTime {...{ clinicId, doctorId }} onChoose={onChoose} />
    </div>
  );
}

const later = (one: CalendarDay, other: CalendarDay) => (one > other ? one : other);

/** A held time is free for nobody, but whoever holds it still sees what they chose. */
function withHeld(items: Slot[], chosen: Slot | undefined, doctorId: string | undefined): Slot[] {
  if (!chosen || (doctorId && chosen.doctorId !== doctorId) || items.some(({ start }) => start === chosen.start)) return items;
  return [...items, chosen].sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
}
