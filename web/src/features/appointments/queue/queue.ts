import type { Appointment } from '@/lib/api/types';
import { isToClose } from './visitSteps';

export const parts = ['waiting', 'inProgress', 'toClose', 'next', 'done'] as const;
export type Part = (typeof parts)[number];

const partOf = (visit: Appointment, now: number): Part => {
  if (isToClose(visit, now)) return 'toClose';
  switch (visit.status) {
    case 'CHECKED_IN':
      return 'waiting';
    case 'IN_PROGRESS':
      return 'inProgress';
    case 'BOOKED':
      return 'next';
    case 'COMPLETED':
    case 'CANCELLED':
    case 'NO_SHOW':
      return 'done';
  }
};

/** A day's visits by what is to be done about them: whoever sits there waiting comes first, and within each part the earliest. */
export function queueOf(appointments: Appointment[], now: number): { part: Part; visits: Appointment[] }[] {
  const inOrder = [...appointments].sort((one, other) => one.start.localeCompare(other.start) || one.id.localeCompare(other.id));
  return parts.map((part) => ({ part, visits: inOrder.filter((visit) => partOf(visit, now) === part) })).filter(({ visits }) => visits.length > 0);
}

/** For how many minutes a visit should have begun; 0 where it has, or need not yet. */
export function minutesLate({ status, start }: Appointment, now: number): number {
  const begun = status !== 'BOOKED' && status !== 'CHECKED_IN';
  return begun ? 0 : Math.max(0, Math.floor((now - Date.parse(start)) / 60_000));
}
