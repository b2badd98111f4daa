import type { Appointment, AppointmentStatus } from '@/lib/api/types';

export type StepName = 'checkIn' | 'undoCheckIn' | 'begin' | 'undoBegin' | 'complete' | 'noShow' | 'reopen';

export interface VisitStep {
  name: StepName;
  to: AppointmentStatus;
}

const steps = {
  checkIn: { name: 'checkIn', to: 'CHECKED_IN' },
  undoCheckIn: { name: 'undoCheckIn', to: 'BOOKED' },
  begin: { name: 'begin', to: 'IN_PROGRESS' },
  undoBegin: { name: 'undoBegin', to: 'BOOKED' },
  complete: { name: 'complete', to: 'COMPLETED' },
  noShow: { name: 'noShow', to: 'NO_SHOW' },
  reopen: { name: 'reopen', to: 'BOOKED' },
} as const satisfies Record<StepName, VisitStep>;

/** As long after its end, the server asks what became of a visit, too. */
const toCloseAfter = 30 * 60_000;

/** It should be over, and nobody has said that it is. Whoever still sits there waiting, waits. */
export const isToClose = ({ status, end }: Pick<Appointment, 'status' | 'end'>, now: number) =>
  (status === 'BOOKED' || status === 'IN_PROGRESS') && Date.parse(end) + toCloseAfter <= now;

/** What may come next in a visit's life, the likeliest first. Nobody has missed what has not begun, nor completed it. */
export function stepsOf({ status, start, end }: Pick<Appointment, 'status' | 'start' | 'end'>, now: number): VisitStep[] {
  const begun = Date.parse(start) <= now;
  const over = begun ? [steps.complete, steps.noShow] : [];
  switch (status) {
    case 'BOOKED':
      return isToClose({ status, end }, now) ? [...over, steps.checkIn, steps.begin] : [steps.checkIn, steps.begin, ...over];
    case 'CHECKED_IN':
      return [steps.begin, steps.undoCheckIn, ...over];
    case 'IN_PROGRESS':
      return [steps.complete, ...(begun ? [steps.noShow] : []), steps.undoBegin];
    case 'COMPLETED':
    case 'NO_SHOW':
      return [steps.reopen];
    case 'CANCELLED':
      return [];
  }
}
