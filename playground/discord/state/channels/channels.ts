/** Channels of a guild. */
import { auditedChannel, logChannel } from '../audit/channel-audit.ts';
import type { ChannelRecord, GuildRecord, OverwriteRecord } from '../records.ts';
import { cancelEventsIn } from '../scheduled-events/scheduled-events.ts';
import { guildHolding, type World } from '../world.ts';
import type { ChannelSettings } from './channel-settings-record.ts';
import { channelTypes, voiceTypes } from './channel-types.ts';

export interface ChannelFields {
  readonly name?: string | undefined;
  readonly topic?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly position?: number | undefined;
  readonly nsfw?: boolean | undefined;
  readonly rateLimitPerUser?: number | undefined;
  readonly overwrites?: readonly OverwriteRecord[] | undefined;
  readonly flags?: number | undefined;
  /** What is absent stays. */
  readonly settings?: ChannelSettings | undefined;
}

const namedFreely = new Set<number>([channelTypes.category, ...voiceTypes]);

export function addChannel(
  world: World,
  guild: GuildRecord,
  type: number,
  fields: ChannelFields & { readonly name: string },
): ChannelRecord {
  const channel: ChannelRecord = {
    id: world.ids.next(),
    type,
    guildId: guild.id,
    name: channelName(type, fields.name),
    topic: fields.topic ?? null,
    parentId: fields.parentId ?? null,
    position: fields.position ?? nextPosition(guild, type),
    nsfw: fields.nsfw ?? false,
    rateLimitPerUser: fields.rateLimitPerUser ?? 0,
    // Without overwrites of its own a channel starts with its category's.
    overwrites: fields.overwrites ?? guild.channels.get(fields.parentId ?? '')?.overwrites ?? [],
    flags: fields.flags ?? 0,
    settings: fields.settings ?? {},
    thread: undefined,
    recipientIds: [],
    messages: new Map(),
    lastMessageId: null,
  };
  guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  world.bus.emit({ kind: 'channel-created', channel });
  logChannel(world, guild, channel.id, undefined, auditedChannel(channel));
  return channel;
}

/** Discord writes the names of channels with text in lower case and with dashes. */
function channelName(type: number, name: string): string {
  return namedFreely.has(type) ? name.trim() : name.trim().toLowerCase().replaceAll(/\s+/g, '-');
}

function nextPosition(guild: GuildRecord, type: number): number {
  let position = 0;
  for (const channel of guild.channels.values())
    if ((channel.type === channelTypes.category) === (type === channelTypes.category))
      position = Math.max(position, channel.position + 1);
  return position;
}

export function changeChannel(
  world: World,
  channel: ChannelRecord,
  fields: ChannelFields & { readonly type?: number | undefined },
): void {
  const before = auditedChannel(channel);
  const { settings, ...others } = fields;
  for (const [key, value] of Object.entries(others)) if (value !== undefined) Object.assign(channel, { [key]: value });
  if (fields.name !== undefined) channel.name = channelName(channel.type, fields.name);
  for (const [key, value] of Object.entries(settings ?? {}))
    if (value !== undefined) channel.settings = { ...channel.settings, [key]: value };
  world.bus.emit({ kind: 'channel-changed', channel });
  const guild = guildHolding(world, channel);
  if (guild !== undefined) logChannel(world, guild, channel.id, before, auditedChannel(channel));
}

/** Of a voice channel: what those inside are up to. */
export function changeChannelStatus(world: World, channel: ChannelRecord, status: string | null): void {
  channel.settings = { ...channel.settings, voiceStatus: status };
  world.bus.emit({ kind: 'voice-status-changed', channel });
}

export function deleteChannel(world: World, guild: GuildRecord, channel: ChannelRecord): void {
  cancelEventsIn(world, guild, channel.id);
  guild.channels.delete(channel.id);
  world.channels.delete(channel.id);
  if (guild.systemChannelId === channel.id) guild.systemChannelId = null;
  if (guild.publicUpdatesChannelId === channel.id) guild.publicUpdatesChannelId = null;
  for (const thread of guild.threads.values()) {
    if (thread.parentId !== channel.id) continue;
    guild.threads.delete(thread.id);
    world.channels.delete(thread.id);
  }
  world.bus.emit({ kind: 'channel-deleted', channel });
  logChannel(world, guild, channel.id, auditedChannel(channel), undefined);
  for (const child of guild.channels.values()) {
    if (child.parentId !== channel.id) continue;
    child.parentId = null;
    world.bus.emit({ kind: 'channel-changed', channel: child });
  }
}
