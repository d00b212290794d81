/** Guilds as the API and the gateway give them. */
import type {
  APIGuild,
  GatewayGuildCreateDispatchData,
  GuildFeature,
  GuildSystemChannelFlags,
  Locale,
} from 'discord-api-types/v10';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import { guildChannelJson } from './channel.ts';
import { roleJson } from './role.ts';
import { memberJson } from './user.ts';

/** Community features as far as their channels are set. */
export function guildFeatures(guild: GuildRecord): GuildFeature[] {
  return guild.publicUpdatesChannelId === null ? [] : (['COMMUNITY', 'NEWS'] as GuildFeature[]);
}

export function guildJson(guild: GuildRecord): APIGuild {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    icon_hash: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    region: null,
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: guildFeatures(guild),
    mfa_level: 0,
    application_id: null,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: 0 as GuildSystemChannelFlags,
    rules_channel_id: guild.publicUpdatesChannelId,
    max_presences: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale as Locale,
    public_updates_channel_id: guild.publicUpdatesChannelId,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
    hub_type: null,
  };
}

/** Without the presence intent Discord sends the bot's own member and nobody else's. */
export function guildCreateJson(guild: GuildRecord, own: MemberRecord | undefined): GatewayGuildCreateDispatchData {
  return {
    ...guildJson(guild),
    joined_at: own?.joinedAt ?? guild.joinedAt,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own === undefined ? [] : [memberJson(own)],
    channels: [...guild.channels.values()].map(channel => guildChannelJson(channel, guild.id)),
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
