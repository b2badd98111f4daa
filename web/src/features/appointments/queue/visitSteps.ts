import type { Appointment, AppointmentStatus } from '@/lib/api/types';

export type StepName = 'checkIn' | 'undoCheckIn' | 'begin' | 'complete' | 'noShow' | 'reopen';

export interface VisitStep {
  name: StepName;
  to: AppointmentStatus;
}

const steps = {
  checkIn: { name: 'checkIn', to: 'CHECKED_IN' },
  undoCheckIn: { name: 'undoCheckIn', to: 'BOOKED' },
  begin: { name: 'begin', to: 'IN_PROGRESS' },
  complete: { name: 'complete', to: 'COMPLETED' },
  noShow: { name: 'noShow', to: 'NO_SHOW' },
  reopen: { name: 'reopen', to: 'BOOKED' },
} as const satisfies Record<StepName, VisitStep>;

/** What may come next in a visit's life, the likeliest first. Nobody has missed or completed what has not begun. */
export function stepsOf({ status, start }: Pick<Appointment, 'status' | 'start'>, now: number): VisitStep[] {
  const begun = Date.parse(start) <= now;
  const over = begun ? [steps.complete, steps.noShow] : [];
  switch (status) {
    case 'BOOKED':
      return [steps.checkIn, steps.begin, ...over];
    case 'CHECKED_IN':
      return [steps.begin, steps.undoCheckIn, ...over];
    case 'IN_PROGRESS':
      return begun ? [steps.complete] : [];
    case 'COMPLETED':
    case 'NO_SHOW':
      return [steps.reopen];
    case 'CANCELLED':
      return [];
  }
}
