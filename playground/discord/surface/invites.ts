/** Invites as the owner makes them. */

export interface NewInvite {
  /** How many may come with it; default any number. */
  readonly maxUses?: number;
  /** Seconds; default for ever. */
  readonly maxAge?: number;
}

export interface GuildInvites {
  /** Makes one as the owner does; returns its code. */
  createInvite(channel: { readonly id: string }, rules?: NewInvite): string;
}
