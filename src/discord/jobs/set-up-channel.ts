/** A channel or category as the plan wants it: private from the moment it is made, or changed in what the plan names. */
import { type APIChannel, ChannelType } from 'discord.js';
import type { Attributes } from '../../domain/attributes.ts';
import { overwritesAfter } from '../../domain/overwrites.ts';
import type { Wanted } from '../../domain/wanted-server.ts';
import type { Own } from '../effects/found-or-made.ts';
import { changeChannel, createChannel, deleteChannel, getChannels, putOverwrite } from '../effects/requests.ts';
import { reason } from './reason.ts';
import type { Stepping } from './stepping.ts';

export function ownChannel(
  { sending, server }: Pick<Stepping, 'sending' | 'server'>,
  { binding, name, kind, type }: Wanted,
  set: Attributes,
): Own<OwnChannel> {
  const { guild } = sending;
  const is = kind === 'category' ? ChannelType.GuildCategory : typeOf[type ?? 'text'];
  return {
    binding,
    known: id => guild.channels.cache.get(id),
    all: async () => (await getChannels(sending)).map(described),
    looksMade: channel => channel.type === is && channel.name === name,
    obstacle: () => undefined,
    make: async () => {
      const overwrites = overwritesAfter([], set, server).map(wired);
      const body = { ...bodyOf(set), name, permission_overwrites: overwrites };
      // The types have one body for each kind of channel; what stands in this one is common to all.
      return described(await createChannel(sending, { ...body, type: is as ChannelType.GuildText }, reason));
    },
    unmake: ({ id }) => deleteChannel(sending, id, 'Another process made the same channel'),
    forbidden: { kind: 'permission-missing', permission: 'ManageChannels' },
    deleted: { kind: 'channel-deleted', binding },
  };
}

interface OwnChannel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
}

function described({ id, name, type }: APIChannel): OwnChannel {
  return { id, name: name ?? '', type };
}

const typeOf = { text: ChannelType.GuildText, voice: ChannelType.GuildVoice } as const;

export async function applyToChannel({ sending, server }: Stepping, id: string, changes: Attributes): Promise<void> {
  const body = bodyOf(changes);
  if (Object.keys(body).length > 0) await changeChannel(sending, id, body, reason);
  const now = server.channels.find(channel => channel.id === id)?.overwrites ?? [];
  // One by one: what others have set for other roles is not even sent.
  for (const overwrite of overwritesAfter(now, changes, server)) {
    await putOverwrite(sending, id, wired(overwrite), reason);
  }
}

function wired({ id, allow, deny, isMember }: ReturnType<typeof overwritesAfter>[number]) {
  return { id, type: isMember ? 1 : 0, allow: String(allow), deny: String(deny) };
}

function bodyOf({ name, topic, parent }: Attributes) {
  return {
    ...(name === undefined ? {} : { name: String(name) }),
    ...(topic === undefined ? {} : { topic: topic === null ? null : String(topic) }),
    ...(parent === undefined ? {} : { parent_id: parent === null ? null : String(parent) }),
  };
}
