import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '@/lib/api/services/listServices';
import { appointmentLooks } from '../AppointmentStateBadge';
import type { useReaderTimes } from '../useReaderTimes';
import classes from './Calendar.module.css';
import type { Placed } from './layout';

/** What a visit takes along while it is dragged. */
export interface Dragged extends Record<string, unknown> {
  appointmentId: string;
  minutes: number;
  /** How far below its upper edge it was taken hold of, in pixels. */
  grabbed: number;
}

export const isDragged = (data: Record<string, unknown>): data is Dragged => typeof data.appointmentId === 'string';

interface Props {
  clinicId: string;
  placed: Placed;
  times: ReturnType<typeof useReaderTimes>;
  style: CSSProperties;
  movable: boolean;
  withDoctor: boolean;
}

/** Its colour is the service's, which its words name as well. */
export function Visit({ clinicId, placed, times, style, movable, withDoctor }: Props) {
  const { t } = useTranslation('appointments');
  const { appointment, lane, lanes } = placed;
  const { id, start, end, status, meeting, patientName, serviceName, doctorName, serviceId } = appointment;
  const colour = useServices(clinicId).data?.items.find((service) => service.id === serviceId)?.colour;
  const canMove = movable && (status === 'BOOKED' || status === 'CHECKED_IN');
  const element = useRef<HTMLLIElement>(null);
  const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
  useEffect(() => {
    if (!element.current || !canMove) return;
    return draggable({
      element: element.current,
      getInitialData: ({ input, element: taken }): Dragged => ({ appointmentId: id, minutes, grabbed: input.clientY - taken.getBoundingClientRect().top }),
    });
  }, [canMove, id, minutes]);

  const Icon = appointmentLooks[status].icon;
  const trouble = meeting?.status === 'FAILED' || meeting?.status === 'WAITING_FOR_CONNECTION' ? meeting.status : undefined;
  return (
    <li
      ref={element}
      className={classes.visit}
      data-movable={canMove || undefined}
      data-status={status}
      style={{ ...style, '--lane': lane, '--lanes': lanes, ...(colour && { '--service': colour }) }}
    >
      <Link to="/clinics/$clinicId/appointments/$id" params={{ clinicId, id }} className={classes.link} draggable={false}>
        {status !== 'BOOKED' && <Icon size={14} aria-hidden />}
        {trouble && <IconAlertTriangle size={14} aria-hidden />}
        <time dateTime={start}>{times.time(start)}</time> <strong>{patientName}</strong>{' '}
        <span className={classes.second}>{withDoctor ? t('rowForStaff', { service: serviceName, doctor: doctorName }) : serviceName}</span>
        <VisuallyHidden>
          {t('calendar.more', { end: times.time(end), status: t(`status.${status}`) })}
          {trouble && ` ${t(`meeting.words.${trouble}`)}`}
        </VisuallyHidden>
      </Link>
    </li>
  );
}
