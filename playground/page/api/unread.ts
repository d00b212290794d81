/** What a member has not read yet, by the marks the member's browser keeps. */
import type { Channel, Member } from '../../discord/index.ts';
import { unreadRequest } from '../requests.ts';
import { channelsOf } from '../state.ts';
import type { Desk } from './desk.ts';

const directMessage = 1;

interface Unread {
  readonly count: number;
  readonly pings: number;
}

export function unread({ does, discord }: Desk): void {
  does('unread', unreadRequest, (me, { since, read }) => {
    const channels = channelsOf(discord, me);
    const newest = channels.flatMap(channel => idsOf(me, channel)).reduce(later, '0');
    const counts = channels.map(channel => [channel.id, countOf(me, channel, since ?? newest, read[channel.id])]);
    return { newest, channels: Object.fromEntries(counts) };
  });
}

const later = (a: string, b: string) => (BigInt(a) > BigInt(b) ? a : b);

const idsOf = (me: Member, channel: Channel) => me.reads(channel).flatMap(({ message }) => message?.id ?? []);

/** Who comes for the first time has read everything, but is told of pings all the same. */
function countOf(me: Member, channel: Channel, since: string, mark: string | undefined): Unread {
  const after = (id: string, limit: string) => BigInt(id) > BigInt(limit);
  const others = me
    .reads(channel)
    .flatMap(({ message, ephemeral }) => (message && !ephemeral && message.author.id !== me.id ? [message] : []));
  const fresh = others.filter(({ id }) => after(id, mark ?? since));
  const unseen = channel.type === directMessage ? fresh : others.filter(({ id }) => after(id, mark ?? '0'));
  const pings = unseen.filter(
    ({ mentions, mention_everyone: everyone, mention_roles: roles }) =>
      channel.type === directMessage ||
      everyone ||
      mentions.some(({ id }) => id === me.id) ||
      roles.some(id => me.has({ id })),
  );
  return { count: Math.max(fresh.length, pings.length), pings: pings.length };
}
