import type { Visit } from '@/lib/api/types';

export type VisitState = 'cancelled' | 'over' | 'inPerson' | 'early' | 'open' | 'preparing';

/** What a patient needs to know at this moment, the first that holds. */
export function visitState(visit: Visit, now: number): VisitState {
  if (visit.status === 'CANCELLED') return 'cancelled';
  if (['COMPLETED', 'NO_SHOW'].includes(visit.status) || now >= Date.parse(visit.joinClosesAt)) return 'over';
  if (visit.mode === 'IN_PERSON') return 'inPerson';
  if (now < Date.parse(visit.joinOpensAt)) return 'early';
  const ready = visit.joinable || ['READY', 'STARTED', 'ENDED'].includes(visit.meeting?.status ?? '');
  return ready ? 'open' : 'preparing';
}
