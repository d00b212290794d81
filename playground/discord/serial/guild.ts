/** Guilds as the API and the gateway give them. */
import type {
  APIGuild,
  GatewayGuildCreateDispatchData,
  GuildFeature,
  GuildSystemChannelFlags,
  Locale,
} from 'discord-api-types/v10';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import { eventsSeenBy } from '../state/scheduled-events/event-visibility.ts';
import { openEvents } from '../state/scheduled-events/scheduled-events.ts';
import { guildChannelJson } from './channel.ts';
import { roleJson } from './role.ts';
import { scheduledEventJson, stageJson } from './scheduled-event.ts';
import { visibleThreadsJson } from './thread.ts';
import { memberJson } from './user.ts';
import { bareVoiceStateJson } from './voice.ts';

export const guildFeatures = ({ settings }: GuildRecord) => [...settings.features] as GuildFeature[];

export function guildJson(guild: GuildRecord): APIGuild & { readonly home_header: null; readonly nsfw: boolean } {
  const { settings } = guild;
  return {
    id: guild.id,
    name: guild.name,
    icon: settings.icon,
    splash: null,
    discovery_splash: null,
    home_header: null,
    owner_id: guild.ownerId,
    region: 'deprecated',
    afk_channel_id: settings.afkChannelId,
    afk_timeout: settings.afkTimeout,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: settings.verificationLevel,
    default_message_notifications: settings.defaultMessageNotifications,
    explicit_content_filter: settings.explicitContentFilter,
    roles: [...guild.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: guildFeatures(guild),
    mfa_level: settings.mfaLevel,
    application_id: null,
    system_channel_id: guild.systemChannelId,
    system_channel_flags: settings.systemChannelFlags as GuildSystemChannelFlags,
    rules_channel_id: settings.rulesChannelId,
    max_presences: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: settings.description,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale as Locale,
    public_updates_channel_id: guild.publicUpdatesChannelId,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    nsfw: false,
    nsfw_level: 0,
    premium_progress_bar_enabled: settings.premiumProgressBar,
    safety_alerts_channel_id: settings.safetyAlertsChannelId,
    incidents_data: null,
    hub_type: null,
  };
}

/** Nobody is ever online here. */
export const countsJson = ({ members }: GuildRecord) => ({
  approximate_member_count: members.size,
  approximate_presence_count: 0,
});

/** Without the presence intent Discord sends the bot's own member and nobody else's. */
export function guildCreateJson(guild: GuildRecord, own: MemberRecord | undefined): GatewayGuildCreateDispatchData {
  return {
    ...guildJson(guild),
    joined_at: own?.joinedAt ?? guild.joinedAt,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [...guild.voiceStates.values()].map(state =>
      bareVoiceStateJson(state, guild.members.get(state.userId)),
    ),
    members: own === undefined ? [] : [memberJson(own)],
    channels: [...guild.channels.values()].map(channel => guildChannelJson(channel, guild.id)),
    threads: own === undefined ? [] : visibleThreadsJson(guild, own),
    presences: [],
    stage_instances: openEvents(guild).flatMap(event =>
      event.stageId === null ? [] : stageJson(event, event.stageId),
    ),
    guild_scheduled_events: own === undefined ? [] : eventsSeenBy(guild, own.user.id).map(scheduledEventJson),
    soundboard_sounds: [],
  };
}
