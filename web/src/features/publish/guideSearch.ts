import type { ZoomAppKind } from '@/lib/api/types';

/** Which guide, and at which step; so that a step can be linked to. */
export interface GuideSearch {
  kind?: ZoomAppKind;
  step?: string;
}

export function readGuideSearch({ kind, step }: Record<string, unknown>): GuideSearch {
  return { kind: kind === 'SERVER_TO_SERVER' ? kind : undefined, step: typeof step === 'string' ? step : undefined };
}
