import { type Problem, takenCodes } from '@/lib/api/problem';

/** Refused for the clinic's rules or for somebody else's time, which staff may set aside on purpose; the past stays past. */
export function isOverridable(failure: Problem | null, start: string, now: number): failure is Problem {
  if (!failure || Date.parse(start) <= now) return false;
  return takenCodes.includes(failure.code) || (failure.status === 422 && failure.errors.length > 0 && failure.errors.every(({ field }) => field === 'start'));
}
