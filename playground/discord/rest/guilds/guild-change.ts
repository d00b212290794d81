/** From the body of Modify Guild to what it changes. */
import type { RESTPatchAPIGuildJSONBody } from 'discord-api-types/v10';
import { invalid, NotModelled, Refusal } from '../../errors.ts';
import { Permission } from '../../permissions.ts';
import { channelTypes } from '../../state/channels/channel-types.ts';
import type { GuildSettings } from '../../state/guilds/guild-settings-record.ts';
import type { GuildChange } from '../../state/guilds/guilds.ts';
import type { GuildRecord } from '../../state/records.ts';
import type { InGuild } from '../access.ts';
import { imageHash } from '../files/image-hash.ts';

/** Kept only with features that guilds buy; the local Discord has nowhere to show them. */
const decorations = ['splash', 'discovery_splash', 'banner', 'home_header'] as const;

export function guildChange(access: InGuild, body: RESTPatchAPIGuildJSONBody): GuildChange {
  const { guild } = access;
  for (const key of decorations)
    if ((body as Readonly<Record<string, unknown>>)[key] != null) throw new NotModelled(`a guild's ${key}`);
  const textChannel = channelChoice(guild, [channelTypes.text, channelTypes.announcement]);
  const change: GuildChange = given({
    name: body.name,
    locale: body.preferred_locale === null ? 'en-US' : body.preferred_locale,
    systemChannelId: textChannel(body.system_channel_id, 'system_channel_id'),
    publicUpdatesChannelId: textChannel(body.public_updates_channel_id, 'public_updates_channel_id'),
  });
  const settings: Partial<GuildSettings> = given({
    description: body.description,
    icon: body.icon == null ? body.icon : imageHash(body.icon),
    verificationLevel: body.verification_level ?? undefined,
    defaultMessageNotifications: body.default_message_notifications ?? undefined,
    explicitContentFilter: body.explicit_content_filter ?? undefined,
    afkChannelId: channelChoice(guild, [channelTypes.voice])(body.afk_channel_id, 'afk_channel_id'),
    afkTimeout: (body.afk_timeout ?? undefined) as GuildSettings['afkTimeout'] | undefined,
    systemChannelFlags: body.system_channel_flags ?? undefined,
    rulesChannelId: textChannel(body.rules_channel_id, 'rules_channel_id'),
    safetyAlertsChannelId: textChannel(body.safety_alerts_channel_id, 'safety_alerts_channel_id'),
    premiumProgressBar: body.premium_progress_bar_enabled ?? undefined,
  });
  const features = body.features && featuresAfter(access, body.features);
  const touchesCommunity = [body.features, body.rules_channel_id, body.public_updates_channel_id];
  if ((features ?? guild.settings.features).includes('COMMUNITY') && touchesCommunity.some(key => key !== undefined))
    checkCommunity({ ...guild, ...change }, { ...guild.settings, ...settings });
  return { ...change, settings: given({ ...settings, features }) };
}

/** What a bot may switch, and with what permission; the rest of the list is Discord's to give and take. */
const switchable: ReadonlyMap<string, bigint> = new Map([
  ['COMMUNITY', Permission.administrator],
  ['DISCOVERABLE', Permission.administrator],
  ['INVITES_DISABLED', Permission.manageGuild],
  ['RAID_ALERTS_DISABLED', Permission.manageGuild],
]);

function featuresAfter({ guild, needs }: InGuild, wanted: readonly string[]): readonly string[] {
  const features = new Set(guild.settings.features);
  for (const [feature, permission] of switchable) {
    if (wanted.includes(feature) === features.has(feature)) continue;
    needs(permission);
    if (feature === 'DISCOVERABLE') throw new NotModelled('discovery');
    if (features.delete(feature)) features.delete(feature === 'COMMUNITY' ? 'NEWS' : feature);
    else features.add(feature);
    if (features.has('COMMUNITY')) features.add('NEWS');
  }
  return [...features];
}

/** A community has both channels as long as it is one. */
function checkCommunity(
  { publicUpdatesChannelId }: Pick<GuildRecord, 'publicUpdatesChannelId'>,
  { rulesChannelId }: GuildSettings,
): void {
  if (rulesChannelId === null) throw invalid('rules_channel_id', 'BASE_TYPE_REQUIRED', 'This field is required');
  if (publicUpdatesChannelId === null)
    throw invalid('public_updates_channel_id', 'BASE_TYPE_REQUIRED', 'This field is required');
}

const channelChoice =
  (guild: GuildRecord, types: readonly number[]) =>
  (id: string | null | undefined, key: string): string | null | undefined => {
    if (id == null) return id;
    const channel = guild.channels.get(id);
    if (channel === undefined) throw invalid(key, 'CHANNEL_NOT_FOUND', 'Channel could not be found.');
    if (!types.includes(channel.type)) throw new Refusal('notATextChannelForCommunity');
    return id;
  };

/** Without what the body does not name. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
