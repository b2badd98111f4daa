/** How the way through a clinic's sign-on ended, as it stands in the address. */
const reasons = ['declined', 'expired', 'state', 'provider', 'unknown', 'taken', 'other-user', 'invitation'] as const;

export type SignOnReason = (typeof reasons)[number];

/** Undefined where nothing failed. */
export const readSignOnReason = (text: unknown): SignOnReason | undefined =>
  text === undefined || text === 'linked' ? undefined : (reasons.find((known) => known === text) ?? 'state');
