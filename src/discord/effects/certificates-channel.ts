/** How the certificates' channel is made where it is needed before any setup: as the community's file says, if it does. */
import { ChannelType, OverwriteType } from 'discord.js';
import type { Attributes } from '../../domain/attributes.ts';
import { type CommunityChannel, channelsCairnUses } from '../../domain/community.ts';
import { boundIn } from '../../domain/ours.ts';
import { overwritesAfter } from '../../domain/overwrites.ts';
import { holds } from '../../domain/permissions.ts';
import { accessOf, resolved } from '../../domain/server-attributes.ts';
import { wantedChannel } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import { serverOf } from '../server-snapshot.ts';
import type { Sending } from './sending.ts';

/** Where the file has none: everybody reads, only Cairn writes. */
const plain: CommunityChannel = {
  key: channelsCairnUses.certificates,
  name: 'certificates',
  kind: 'text',
  topic: 'Certificates that members have earned and wanted to share.',
  sees: 'everyone',
  writes: 'nobody',
};

export function certificatesChannelIn({ community }: Pick<Sending, 'community'>): CommunityChannel {
  const all = community.categories.flatMap(({ channels }) => channels);
  return all.find(({ key, kind }) => key === plain.key && kind === 'text') ?? plain;
}

/** What is set on it: a later setup changes the rest, such as its category, and nothing that was changed by hand. */
export async function attributesToSet({ db, guild, community }: Sending): Promise<Attributes> {
  const channel = certificatesChannelIn({ community });
  const idOf = boundIn(await knownOn(db, guild.id));
  const { attributes } = wantedChannel(channel, undefined, binding => idOf(binding) !== undefined);
  const held = guild.members.me?.permissions.bitfield ?? 0n;
  // Nobody may allow or deny in a channel what they may not do themselves; announcing takes none of that.
  const mayBeSet = ([name]: readonly [string, unknown]) =>
    !name.startsWith('access/') || holds(held, accessOf(name).permission);
  return resolved(Object.fromEntries(Object.entries(attributes).filter(mayBeSet)), idOf);
}

export function bodyOf({ guild }: Sending, { name, topic, ...rest }: Attributes) {
  const server = serverOf(guild);
  const overwrites = server ? overwritesAfter([], rest, server) : [];
  return {
    name: String(name),
    ...(typeof topic === 'string' ? { topic } : {}),
    type: ChannelType.GuildText as const,
    permission_overwrites: overwrites.map(({ id, allow, deny, isMember }) => ({
      id,
      type: isMember ? OverwriteType.Member : OverwriteType.Role,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}
