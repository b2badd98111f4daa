import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayIn, minutesIn } from '@/lib/times';
import { useNow } from '../useNow';
import type { useReaderTimes } from '../useReaderTimes';
import classes from './Calendar.module.css';
import type { Column } from './columns';
import { type Dragged, isDragged, Visit } from './Visit';
import { partOf, place, startAt, type Stretch } from './layout';
import type { Move } from './MoveDialog';

export interface Drop {
  appointmentId: string;
  start: string;
  doctorId?: string;
}

interface Props {
  clinicId: string;
  column: Column;
  shown: Stretch;
  times: ReturnType<typeof useReaderTimes>;
  movable: boolean;
  /** A visit that waits to be moved. */
  pending?: Move;
  onDrop: (drop: Drop) => void;
}

/** From where to where a stretch of the day is drawn, in minutes below the first hour shown. */
const extent = ({ from, to }: Stretch, shown: Stretch) => ({ '--at': Math.max(from, shown.from) - shown.from, '--long': Math.min(to, shown.to) - Math.max(from, shown.from) });

export function CalendarColumn({ clinicId, column, shown, times, movable, pending, onDrop }: Props) {
  const { t } = useTranslation('appointments');
  const now = useNow();
  const { day, doctorId, title, label, appointments, open, away, holidays } = column;
  const { body, over } = useDropTarget(times.zone, day, shown, (dragged, start) => onDrop({ appointmentId: dragged.appointmentId, start, doctorId }));
  const parts = <T,>(items: T[], during: (item: T) => { start: string; end: string }) =>
    items.flatMap((item) => {
      const part = partOf(times.zone, day, during(item));
      return part && part.to > shown.from && part.from < shown.to ? [{ item, part }] : [];
    });
  const minutesNow = dayIn(times.zone, now) === day ? minutesIn(times.zone, new Date(now).toISOString()) : undefined;
  const awaited = pending && (pending.doctorId ?? pending.appointment.doctorId) === (doctorId ?? pending.doctorId ?? pending.appointment.doctorId) ? pending.start : undefined;
  const target = over ?? (awaited && dayIn(times.zone, awaited) === day ? { start: awaited, minutes: pending?.appointment ? lengthOf(pending.appointment) : 0 } : undefined);

  return (
    <section className={classes.column} aria-label={label}>
      <h3 className={classes.title} data-today={minutesNow !== undefined || undefined}>
        {title}
        {holidays.map((name) => (
          <span key={name} className={classes.holiday}>
            {t('calendar.holiday', { name })}
          </span>
        ))}
      </h3>
      <div ref={body} className={classes.body}>
        {parts(open, (interval) => interval).map(({ item, part }) => (
          <div key={item.start + item.end} className={classes.open} style={extent(part, shown)} />
        ))}
        {parts(away, ({ during }) => during).map(({ item, part }) => (
          <p key={item.during.start} className={classes.away} style={extent(part, shown)}>
            {item.reason ? t('calendar.awayFor', { reason: item.reason }) : t('calendar.away')}
          </p>
        ))}
        {target && (
          <div className={classes.target} style={extent({ from: minutesIn(times.zone, target.start), to: minutesIn(times.zone, target.start) + target.minutes }, shown)}>
            {times.time(target.start)}
          </div>
        )}
        {minutesNow !== undefined && minutesNow > shown.from && minutesNow < shown.to && <div className={classes.now} style={{ '--at': minutesNow - shown.from }} />}
        <ol className={classes.visits}>
          {place(times.zone, day, appointments).map((placed) => (
            <Visit key={placed.appointment.id} {...{ clinicId, placed, times }} style={extent(placed.stretch, shown)} movable={movable} withDoctor={doctorId === undefined} />
          ))}
        </ol>
      </div>
    </section>
  );
}

const lengthOf = ({ start, end }: { start: string; end: string }) => (Date.parse(end) - Date.parse(start)) / 60_000;

/** Where in the day a visit hangs that is dragged over it. */
function useDropTarget(zone: string, day: string, shown: Stretch, onDrop: (dragged: Dragged, start: string) => void) {
  const body = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<{ start: string; minutes: number }>();
  const dropped = useRef(onDrop);
  useEffect(() => {
    dropped.current = onDrop;
  });
  const { from, to } = shown;
  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const startOf = (dragged: Dragged, clientY: number) => {
      const { top, height } = element.getBoundingClientRect();
      return startAt(zone, day, from + ((clientY - dragged.grabbed - top) / height) * (to - from));
    };
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => isDragged(source.data),
      onDrag: ({ source, location }) => {
        if (!isDragged(source.data)) return;
        const start = startOf(source.data, location.current.input.clientY);
        const { minutes } = source.data;
        setOver((before) => (before?.start === start ? before : { start, minutes }));
      },
      onDragLeave: () => setOver(undefined),
      onDrop: ({ source, location }) => {
        setOver(undefined);
        if (isDragged(source.data)) dropped.current(source.data, startOf(source.data, location.current.input.clientY));
      },
    });
  }, [zone, day, from, to]);
  return { body, over };
}
