/** The account has a second factor, and what was entered so far was right. */
export const wantsCode = (failure: { code?: string } | null | undefined): boolean => failure?.code === 'second-factor-required' || failure?.code === 'bad-code';
