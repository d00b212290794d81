/** Values that Discord documents and its specification does not list yet, by the name of the schema. */
export const newerValues: Readonly<Record<string, readonly unknown[]>> = {
  GuildFeaturesSchema: ['ENHANCED_ROLE_COLORS', 'GUESTS_ENABLED', 'GUILD_TAGS', 'MORE_SOUNDBOARD', 'SOUNDBOARD'],
};
