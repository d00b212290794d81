/** What an owner sets in a guild's settings. */

export interface GuildSettings {
  readonly description: string | null;
  /** Hash of the image. */
  readonly icon: string | null;
  readonly features: readonly string[];
  readonly verificationLevel: 0 | 1 | 2 | 3 | 4;
  readonly defaultMessageNotifications: 0 | 1;
  readonly explicitContentFilter: 0 | 1 | 2;
  /** 1: moderators need two factors. */
  readonly mfaLevel: 0 | 1;
  readonly afkChannelId: string | null;
  readonly afkTimeout: 60 | 300 | 900 | 1800 | 3600;
  readonly systemChannelFlags: number;
  readonly rulesChannelId: string | null;
  readonly safetyAlertsChannelId: string | null;
  readonly premiumProgressBar: boolean;
}

export const newGuildSettings: GuildSettings = {
  description: null,
  icon: null,
  features: [],
  verificationLevel: 1,
  defaultMessageNotifications: 1,
  explicitContentFilter: 0,
  mfaLevel: 0,
  afkChannelId: null,
  afkTimeout: 300,
  systemChannelFlags: 0,
  rulesChannelId: null,
  safetyAlertsChannelId: null,
  premiumProgressBar: false,
};
