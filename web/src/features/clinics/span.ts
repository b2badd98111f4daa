/** A length of time as people say it. */
export interface Span {
  amount: string;
  unit: Unit;
}

export const units = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof units)[number];

const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, days: 24 * 60 };

export const isUnit = (text: string): text is Unit => units.some((unit) => unit === text);

/** In the largest unit that leaves nothing over: 120 are two hours, 90 are ninety minutes. None is zero hours. */
export function spanOf(minutes: number): Span {
  if (minutes === 0) return { amount: '0', unit: 'hours' };
  const unit = units.findLast((each) => minutes % MINUTES[each] === 0) ?? 'minutes';
  return { amount: String(minutes / MINUTES[unit]), unit };
}

export const minutesOf = ({ amount, unit }: Span): number => Number(amount) * MINUTES[unit];
