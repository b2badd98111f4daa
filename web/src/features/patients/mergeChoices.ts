import type { MergeSide, Patient } from '@/lib/api/types';

export const mergeFields = ['name', 'birthDate', 'email', 'phone', 'language', 'timeZone'] as const;
export type MergeField = (typeof mergeFields)[number];
export type MergeChoices = Partial<Record<MergeField, MergeSide>>;

/** What the two records do not agree on, and what is kept unless somebody says otherwise: what there is, and of two the first record's. */
export function mergeChoices(kept: Patient, other: Patient): MergeChoices {
  const differing = mergeFields.filter((field) => (kept[field] ?? '') !== (other[field] ?? ''));
  return Object.fromEntries(differing.map((field) => [field, kept[field] ? 'THIS' : 'OTHER']));
}

/** Whoever signs in by the first record's address will not find the merged one. */
export const losesSignIn = (kept: Patient, choices: MergeChoices): boolean => choices.email === 'OTHER' && Boolean(kept.email);

