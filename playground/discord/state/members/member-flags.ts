/** Bits of a member's `flags`, as far as they are modelled. */
export const MemberFlag = {
  didRejoin: 1 << 0,
  completedOnboarding: 1 << 1,
  bypassesVerification: 1 << 2,
  startedOnboarding: 1 << 3,
} as const;
