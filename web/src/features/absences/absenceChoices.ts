import type { AbsenceRange } from '@/lib/api/absences/readAbsence';
import type { AbsenceDecision, AffectedVisit, Slot } from '@/lib/api/types';
import { isCalendarDay } from '@/lib/times';

export const LEAVE = 'leave';
export const CANCEL = 'cancel';

/** What is chosen for a visit, as the value of its field; a visit without one is left as it is. */
export type Choices = Record<string, string>;

export const toDoctor = (doctorId: string) => `doctor|${doctorId}`;
export const toSlot = ({ start, doctorId }: Slot) => `slot|${start}|${doctorId}`;

/** A choice that is still among those offered: what was offered may have been taken since. */
export function choiceOf(visit: AffectedVisit, choices: Choices): string {
  const chosen = choices[visit.id] ?? LEAVE;
  const [kind, first = '', second = ''] = chosen.split('|');
  if (kind === 'doctor') return visit.colleagues.some(({ doctorId, free }) => free && doctorId === first) ? chosen : LEAVE;
  if (kind === 'slot') return [...visit.later, ...visit.withOthers].some(({ start, doctorId }) => start === first && doctorId === second) ? chosen : LEAVE;
  return chosen;
}

const forRest = (visits: AffectedVisit[], choices: Choices, choose: (visit: AffectedVisit) => string | undefined): Choices => ({
  ...choices,
  ...Object.fromEntries(
    visits
      .filter((visit) => choiceOf(visit, choices) === LEAVE)
      .map((visit) => [visit.id, choose(visit)] as const)
      .filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  ),
});

/** To one colleague, wherever that one is free; what is decided otherwise stays. */
export const restToDoctor = (visits: AffectedVisit[], choices: Choices, doctorId: string) =>
  forRest(visits, choices, ({ colleagues }) => (colleagues.some((colleague) => colleague.doctorId === doctorId && colleague.free) ? toDoctor(doctorId) : undefined));

/** To the first time offered with the same doctor, or with anyone. */
export const restToNextFree = (visits: AffectedVisit[], choices: Choices) =>
  forRest(visits, choices, ({ later, withOthers }) => {
    const slot = later[0] ?? withOthers[0];
    return slot && toSlot(slot);
  });

export const restCancelled = (visits: AffectedVisit[], choices: Choices) => forRest(visits, choices, () => CANCEL);

/** Who comes into question for any of the visits. */
export function colleaguesOf(visits: AffectedVisit[]): { id: string; name: string }[] {
  const names = new Map(visits.flatMap(({ colleagues }) => colleagues.map(({ doctorId, name }) => [doctorId, name] as const)));
  return [...names].map(([id, name]) => ({ id, name }));
}

export function decisionOf(range: AbsenceRange, reason: string, visits: AffectedVisit[], choices: Choices, cancelReason: string): AbsenceDecision {
  const decided = visits.map((visit) => ({ visit, chosen: choiceOf(visit, choices) })).filter(({ chosen }) => chosen !== LEAVE);
  return {
    timeOff: { ...range, ...(reason.trim() && { reason: reason.trim() }) },
    choices: decided.map(({ visit: { id: appointmentId, version, later }, chosen }) => {
      if (chosen === CANCEL) return { appointmentId, version, action: 'CANCEL', ...(cancelReason.trim() && { reason: cancelReason.trim() }) };
      const [kind, first, second] = chosen.split('|');
      if (kind === 'doctor') return { appointmentId, version, action: 'MOVE', doctorId: first };
      const sameDoctor = later.some(({ doctorId }) => doctorId === second);
      return { appointmentId, version, action: 'MOVE', start: first, ...(!sameDoctor && { doctorId: second }) };
    }),
  };
}

/** The absence as it stands in the address. */
export interface AbsenceSearch extends Partial<AbsenceRange> {
  doctorId?: string;
}

const isTime = (text: unknown): text is string => typeof text === 'string' && /^\d{2}:\d{2}$/.test(text);

export function readAbsenceSearch(search: Record<string, unknown>): AbsenceSearch {
  const { doctorId, date, lastDate, from, to } = search;
  return {
    ...(typeof doctorId === 'string' && { doctorId }),
    ...(isCalendarDay(date) && { date, lastDate: isCalendarDay(lastDate) && lastDate >= date ? lastDate : date }),
    ...(isTime(from) && isTime(to) && { from, to }),
  };
}
