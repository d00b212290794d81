/** What the audit log compares, under the names of the API. */
import type { GuildRecord, MemberRecord, RoleRecord } from '../records.ts';

export function auditedRole(role: RoleRecord) {
  return {
    name: role.name,
    permissions: String(role.permissions),
    color: role.color,
    colors: {
      primary_color: role.color,
      secondary_color: role.look.secondaryColor,
      tertiary_color: role.look.tertiaryColor,
    },
    hoist: role.hoist,
    mentionable: role.mentionable,
    position: role.position,
    icon_hash: role.look.icon,
    unicode_emoji: role.look.unicodeEmoji,
  };
}

export function auditedMember(member: MemberRecord) {
  return {
    nick: member.nick,
    mute: member.mute,
    deaf: member.deaf,
    communication_disabled_until: member.timedOutUntil,
    flags: member.flags,
  };
}

export function auditedGuild(guild: GuildRecord) {
  const { settings } = guild;
  return {
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    system_channel_id: guild.systemChannelId,
    public_updates_channel_id: guild.publicUpdatesChannelId,
    rules_channel_id: settings.rulesChannelId,
    safety_alerts_channel_id: settings.safetyAlertsChannelId,
    afk_channel_id: settings.afkChannelId,
    afk_timeout: settings.afkTimeout,
    description: settings.description,
    icon_hash: settings.icon,
    verification_level: settings.verificationLevel,
    default_message_notifications: settings.defaultMessageNotifications,
    explicit_content_filter: settings.explicitContentFilter,
    mfa_level: settings.mfaLevel,
    system_channel_flags: settings.systemChannelFlags,
    premium_progress_bar_enabled: settings.premiumProgressBar,
    features: settings.features,
  };
}
