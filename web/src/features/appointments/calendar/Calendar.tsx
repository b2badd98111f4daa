import { useTranslation } from 'react-i18next';
import { useEffect, useRef, useState } from 'react';
import type { Calendar as Days } from '@/lib/api/appointments/readCalendar';
import { useMe } from '@/lib/api/clinics/readMe';
import type { Appointment } from '@/lib/api/types';
import { useReaderTimes } from '../useReaderTimes';
import { columnsOf } from './columns';
import { CalendarColumn, type Drop } from './CalendarColumn';
import classes from './Calendar.module.css';
import { firstLook, hoursShown } from './layout';
import { Moved } from './Moved';
import { type Move, MoveDialog } from './MoveDialog';

interface Props {
  clinicId: string;
  calendar: Days;
  /** One day shows a column for each doctor, several a column for each day. */
  days: string[];
}

/** Days side by side, hours from top to bottom. A visit that may be moved can be dragged; it stays where it was until that is confirmed. */
export function Calendar({ clinicId, calendar, days }: Props) {
  const { t } = useTranslation('appointments');
  const me = useMe(clinicId);
  const times = useReaderTimes(clinicId);
  const [move, setMove] = useState<Move>();
  const [moved, setMoved] = useState<{ before: Appointment; after: Appointment }>();
  const { appointments, doctors } = calendar;
  const columns = columnsOf(days, calendar, times);
  const shown = hoursShown(times.zone, days, [...doctors.flatMap(({ open }) => open), ...appointments]);
  const hours = Array.from({ length: Math.max(1, (shown.to - shown.from) / 60) }, (_, i) => shown.from + i * 60);

  const scroller = useRef<HTMLDivElement>(null);
  const first = firstLook(times.zone, days, appointments) - shown.from;
  useEffect(() => {
    const { current } = scroller;
    const day = current?.querySelector(`.${classes.body}`);
    if (current && day) current.scrollTop = (first / (shown.to - shown.from)) * day.clientHeight;
    // Only as the days are opened: later it would take away what somebody looks at.
  }, [scroller]);

  const drop = ({ appointmentId, start, doctorId }: Drop) => {
    const appointment = appointments.find(({ id }) => id === appointmentId);
    const other = doctorId !== undefined && doctorId !== appointment?.doctorId;
    if (!appointment || (Date.parse(start) === Date.parse(appointment.start) && !other)) return;
    setMoved(undefined);
    setMove({ appointment, start, ...(other && me.may('REASSIGN_APPOINTMENT') && { doctorId, doctorName: doctors.find((doctor) => doctor.doctorId === doctorId)?.name }) });
  };

  return (
    <>
      {moved && <Moved clinicId={clinicId} {...moved} onClose={() => setMoved(undefined)} />}
      <div ref={scroller} className={classes.scroller} role="region" aria-label={t('calendar.label')} tabIndex={0}>
        <div className={classes.grid} style={{ '--columns': columns.length, '--hours': hours.length }}>
          <div className={classes.clock} aria-hidden>
            <div className={classes.corner} />
            {hours.map((hour) => (
              <span key={hour}>{times.hour(hour)}</span>
            ))}
          </div>
          {columns.map((column) => (
            <CalendarColumn key={column.key} {...{ clinicId, column, shown, times }} movable={me.may('RESCHEDULE_APPOINTMENT')} pending={move} onDrop={drop} />
          ))}
        </div>
      </div>
      {move && (
        <MoveDialog
          key={move.appointment.id + move.start}
          clinicId={clinicId}
          move={move}
          onClose={() => setMove(undefined)}
          onMoved={(after) => {
            setMove(undefined);
            setMoved({ before: move.appointment, after });
          }}
        />
      )}
    </>
  );
}
