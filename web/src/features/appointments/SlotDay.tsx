import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Slot } from '@/lib/api/types';
import { groupBy } from '@/lib/groupBy';
import type { CalendarDay } from '@/lib/times';
import classes from './SlotPicker.module.css';
import type { useReaderTimes } from './useReaderTimes';

interface Props {
  day: CalendarDay;
  slots: Slot[];
  times: ReturnType<typeof useReaderTimes>;
  chosen?: string;
  onChoose: (slot: Slot) => void;
}

/** Where several doctors are free at one time it is offered once, with the first of them. */
export function SlotDay({ day, slots, times, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const starts = [...groupBy(slots, ({ start }) => start).values()].flatMap(([slot]) => slot ?? []);
  return (
    <section className={classes.day} aria-label={times.day(day)} data-empty={starts.length === 0 || undefined}>
      <h4 className={classes.date}>{times.shortDay(day)}</h4>
      {starts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('slots.none')}
        </Text>
      )}
      <div className={classes.times}>
        {starts.map((slot) => (
          <button
            key={slot.start}
            type="button"
            className={classes.slot}
            aria-pressed={slot.start === chosen}
            aria-label={t('slots.choose', { day: times.day(day), time: times.time(slot.start) })}
            onClick={() => onChoose(slot)}
          >
            {times.time(slot.start)}
          </button>
        ))}
      </div>
    </section>
  );
}
