/** Channels of a guild. */
import type { ChannelRecord, GuildRecord, OverwriteRecord } from './records.ts';
import type { World } from './world.ts';

export interface ChannelFields {
  readonly name?: string | undefined;
  readonly topic?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly position?: number | undefined;
  readonly nsfw?: boolean | undefined;
  readonly rateLimitPerUser?: number | undefined;
  readonly overwrites?: readonly OverwriteRecord[] | undefined;
}

export const category = 4;
/** Discord's numbers. */
export const channelTypes = { text: 0, voice: 2, category, announcement: 5, stage: 13, forum: 15, media: 16 } as const;

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
    name: type === category ? fields.name : textChannelName(fields.name),
    topic: fields.topic ?? null,
    parentId: fields.parentId ?? null,
    position: fields.position ?? nextPosition(guild, type),
    nsfw: fields.nsfw ?? false,
    rateLimitPerUser: fields.rateLimitPerUser ?? 0,
    overwrites: fields.overwrites ?? [],
    recipientIds: [],
    messages: new Map(),
    lastMessageId: null,
  };
  guild.channels.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  world.bus.emit({ kind: 'channel-created', channel });
  return channel;
}

/** Discord writes the names of text channels in lower case and with dashes. */
function textChannelName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, '-');
}

function nextPosition(guild: GuildRecord, type: number): number {
  let position = 0;
  for (const channel of guild.channels.values())
    if ((channel.type === category) === (type === category)) position = Math.max(position, channel.position + 1);
  return position;
}

export function changeChannel(world: World, channel: ChannelRecord, fields: ChannelFields): void {
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) Object.assign(channel, { [key]: value });
  if (fields.name !== undefined && channel.type !== category) channel.name = textChannelName(fields.name);
  world.bus.emit({ kind: 'channel-changed', channel });
}

export function deleteChannel(world: World, guild: GuildRecord, channel: ChannelRecord): void {
  guild.channels.delete(channel.id);
  world.channels.delete(channel.id);
  if (guild.systemChannelId === channel.id) guild.systemChannelId = null;
  if (guild.publicUpdatesChannelId === channel.id) guild.publicUpdatesChannelId = null;
  world.bus.emit({ kind: 'channel-deleted', channel });
  for (const child of guild.channels.values())
    if (child.parentId === channel.id) changeChannel(world, child, { parentId: null });
}
