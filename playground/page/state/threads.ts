/** Threads and posts as one member's screen lists them. */
import type { Channel, Member } from '../../discord/index.ts';
import { guildChannel, type PageChannel } from './channels.ts';

export interface PageThread extends PageChannel {
  readonly ownerId: string;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly isMember: boolean;
  readonly messageCount: number;
  readonly tagIds: readonly string[];
  readonly lastMessageId: string | null;
}

const privateThread = 12;

export function threadsOf(me: Member): readonly PageThread[] {
  return visibleThreads(me).map(thread => pageThread(thread, me));
}

/** Active ones as the local Discord says; archived ones by the same rules. */
export function visibleThreads(me: Member): readonly Channel[] {
  const { guild } = me;
  const parents = new Set(guild.channelsVisibleTo(me).map(({ id }) => id));
  const archived = guild.threads.filter(
    ({ thread, parentId, type }) =>
      thread?.archived === true &&
      parents.has(parentId ?? '') &&
      (type !== privateThread || thread.memberIds.includes(me.id)),
  );
  return [...guild.threadsVisibleTo(me), ...archived];
}

function pageThread(channel: Channel, me: Member): PageThread {
  const base = guildChannel(channel, me);
  const { thread } = channel;
  const mayWrite = base.may.writeInThreads && (thread?.locked !== true || base.may.manageThreads);
  return {
    ...base,
    canWrite: mayWrite,
    may: { ...base.may, write: mayWrite, openThreads: false },
    isPrivate: channel.type === privateThread,
    ownerId: thread?.ownerId ?? '',
    archived: thread?.archived ?? false,
    locked: thread?.locked ?? false,
    isMember: thread?.memberIds.includes(me.id) ?? false,
    messageCount: thread?.messageCount ?? 0,
    tagIds: thread?.appliedTags ?? [],
    lastMessageId: 'last_message_id' in channel.json ? (channel.json.last_message_id ?? null) : null,
  };
}
