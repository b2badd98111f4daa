import type { Slot } from '@/lib/api/types';
import { type CalendarDay, dayIn, minutesIn } from '@/lib/times';

/** On the first of the days that has any, the slot nearest to the time of day of the visit before. */
export function nearest(slots: Slot[], day: CalendarDay, before: string, zone: string): Slot | undefined {
  const wanted = minutesIn(zone, before);
  const days = [...new Set(slots.map(({ start }) => dayIn(zone, start)))].filter((one) => one >= day).sort();
  const away = ({ start }: Slot) => Math.abs(minutesIn(zone, start) - wanted);
  return slots.filter(({ start }) => dayIn(zone, start) === days[0]).sort((one, other) => away(one) - away(other))[0];
}
