import type { DelayedVisit } from '@/lib/api/types';

/** Those who were not told this figure yet. */
export const newsFor = (visits: DelayedVisit[], minutes: number) => visits.filter(({ told }) => told !== minutes);
