import { Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slot } from '@/lib/api/types';
import { groupBy } from '@/lib/groupBy';
import type { CalendarDay } from '@/lib/times';
import classes from './SlotPicker.module.css';
import { rove } from './rove';
import type { useReaderTimes } from './useReaderTimes';

interface Props {
  day: CalendarDay;
  slots: Slot[];
  times: ReturnType<typeof useReaderTimes>;
  chosen?: string;
  onChoose: (slot: Slot) => void;
}

/** Where several doctors are free at one time it is offered once, with the first of them. The day is one tab stop; arrow keys go through it. */
export function SlotDay({ day, slots, times, chosen, onChoose }: Props) {
  const { t } = useTranslation('appointments');
  const starts = [...groupBy(slots, ({ start }) => start).values()].flatMap(([slot]) => slot ?? []);
  const [visited, setVisited] = useState<string>();
  const stop = Math.max(
    0,
    starts.findIndex(({ start }) => start === (visited ?? chosen)),
  );
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = rove(event.key, buttons.findIndex((button) => button === document.activeElement), buttons.length, times.rtl);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <section className={classes.day} aria-label={times.day(day)} data-empty={starts.length === 0 || undefined}>
      <h4 className={classes.date}>{times.shortDay(day)}</h4>
      {starts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('slots.none')}
        </Text>
      )}
      <div className={classes.times} onKeyDown={go}>
        {starts.map((slot, i) => (
          <button
            key={slot.start}
            type="button"
            className={classes.slot}
            tabIndex={i === stop ? 0 : -1}
            onFocus={() => setVisited(slot.start)}
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
