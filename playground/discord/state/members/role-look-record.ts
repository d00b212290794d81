/** What a role has beyond name, rank and permissions. */

/** Beside that of a bot's own role. */
export interface RoleTags {
  readonly integrationId?: string | undefined;
  /** Given by Discord to those who boost the guild. */
  readonly booster?: boolean | undefined;
  readonly subscriptionListingId?: string | undefined;
  readonly availableForPurchase?: boolean | undefined;
  /** A linked role: Discord gives it to whoever meets its conditions. */
  readonly linked?: boolean | undefined;
}

export interface RoleLook {
  readonly secondaryColor: number | null;
  readonly tertiaryColor: number | null;
  /** Hash of the image. */
  readonly icon: string | null;
  readonly unicodeEmoji: string | null;
}

export const plainLook: RoleLook = { secondaryColor: null, tertiaryColor: null, icon: null, unicodeEmoji: null };
