/** Server Settings → Integrations, as an organiser uses it. */

export interface CommandOverride {
  /** A role (`guild.everyone` too), a member, a channel, or all channels at once. */
  readonly for: { readonly id: string } | 'all channels';
  readonly allow: boolean;
}

export interface GuildCommandPermissions {
  /**
   * Says who may use a command, and where; given an application, for all of its commands that have no word of their own.
   * Replaces what was set before; an empty list restores what the bot's author chose.
   */
  overrideCommand(of: { readonly id: string }, overrides: readonly CommandOverride[]): void;
}
