/** What a guild's owner switches in its settings. */

export interface GuildSwitches {
  /** Moderators need two factors: bots whose owner has one are refused with 60003. */
  requireTwoFactor(required: boolean): void;
  /** Whoever joins is pending until they accept the rules. */
  requireRules(required: boolean): void;
  /** Features Discord gives to a guild, such as `ROLE_ICONS` or `ENHANCED_ROLE_COLORS`. */
  setFeature(feature: string, has: boolean): void;
}
