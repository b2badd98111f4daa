import type { PlannedVisit } from '@/lib/api/types';

/** No visit on that date. */
export const LEAVE_OUT = '';

/** A start, or {@link LEAVE_OUT}. */
export type Choice = string;

/** What is free is taken as it is; of what is not, nothing is taken until somebody says so. */
export const initialChoices = (planned: PlannedVisit[]): Choice[] => planned.map(({ start, obstacle }) => (obstacle ? LEAVE_OUT : start));

export const chosenStarts = (choices: Choice[]) => choices.filter((choice) => choice !== LEAVE_OUT);

export const inTheWay = (planned: PlannedVisit[]) => planned.filter(({ obstacle }) => obstacle);
