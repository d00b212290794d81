/** The channel in which certificates are announced. */

import { type APIChannel, ChannelType } from 'discord.js';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { certificatesChannel } from '../../domain/binding.ts';
import type { OrganiserProblem, PermissionName } from '../../domain/problem.ts';
import { serverLimits } from '../../domain/server-limits.ts';
import { attributesToSet, bodyOf, certificatesChannelIn } from './certificates-channel.ts';
import { allows, botFacts } from './facts.ts';
import { type Found, findOrMake, isNew } from './found-or-made.ts';
import { createChannel, deleteChannel, getChannels } from './requests.ts';
import type { Sending } from './sending.ts';

export interface OwnChannel {
  readonly id: string;
  readonly name: string;
}

interface DescribedChannel extends OwnChannel {
  readonly type: ChannelType;
  readonly topic: string | undefined;
}

/** What posting a picture there takes; history, so that nothing is ever posted twice. */
const posting = [
  'ViewChannel',
  'SendMessages',
  'AttachFiles',
  'ReadMessageHistory',
] as const satisfies readonly PermissionName[];

export async function announcementsChannel(sending: Sending): Promise<Found<OwnChannel>> {
  const { guild } = sending;
  const { name, topic } = certificatesChannelIn(sending);
  const set = await attributesToSet(sending);
  return await findOrMake<DescribedChannel>(sending, {
    binding: certificatesChannel,
    known: id => {
      const channel = guild.channels.cache.get(id);
      return channel && { id, name: channel.name, type: channel.type, topic: undefined };
    },
    all: async () => (await getChannels(sending)).map(described),
    looksMade: channel => channel.type === ChannelType.GuildText && channel.name === name && channel.topic === topic,
    obstacle: () => obstacleToCreate(sending),
    make: async () => described(await createChannel(sending, bodyOf(sending, set), 'Where certificates are announced')),
    set,
    unmake: channel => deleteChannel(sending, channel.id, 'Another process made the same channel'),
    forbidden: { kind: 'permission-missing', permission: 'ManageChannels' },
    deleted: { kind: 'channel-deleted', binding: certificatesChannel },
  });
}

function described(channel: APIChannel): DescribedChannel {
  const topicOf = 'topic' in channel ? (channel.topic ?? undefined) : undefined;
  return { id: channel.id, name: channel.name ?? '', type: channel.type, topic: topicOf };
}

/** Discord lets nobody allow or deny in a channel what they may not do themselves. */
function obstacleToCreate({ guild }: Sending): OrganiserProblem | undefined {
  const bot = botFacts(guild);
  const missing = (['ManageChannels', ...posting] as const).find(
    permission => bot && !allows(bot.permissions, PermissionFlagsBits[permission]),
  );
  if (missing) return { kind: 'permission-missing', permission: missing };
  return guild.channels.cache.size >= serverLimits.channels ? { kind: 'channel-limit' } : undefined;
}

export function obstacleToPost({ guild }: Pick<Sending, 'guild'>, channelId: string): OrganiserProblem | undefined {
  const { me } = guild.members;
  const permissions = me && guild.channels.cache.get(channelId)?.permissionsFor(me);
  // Just made and not in the cache yet: ours allows what posting takes.
  const missing = permissions && posting.find(permission => !permissions.has(permission));
  return missing ? { kind: 'permission-missing', permission: missing, channelId } : undefined;
}

/** Somebody else's channel of the same name; Cairn made its own beside it. */
export function channelNamesake(
  { guild, now }: Sending,
  own: OwnChannel,
  since: Temporal.Instant,
): OrganiserProblem | undefined {
  if (!isNew(since, now())) return undefined;
  const other = guild.channels.cache.find(channel => channel.id !== own.id && channel.name === own.name);
  return other && { kind: 'channel-name-taken', name: own.name, channelId: other.id, ownChannelId: own.id };
}
