/** What the state of a thread forbids. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { has, Permission } from '../../permissions.ts';
import type { ChannelRecord, GuildRecord } from '../../state/records.ts';
import type { ThreadRecord } from '../../state/threads/thread-record.ts';
import { activeThreads } from '../../state/threads/threads.ts';
import { type InChannel, inChannel } from '../access.ts';
import type { Call } from '../route.ts';

export interface InThread extends InChannel {
  readonly guild: GuildRecord;
  readonly thread: ThreadRecord;
  readonly manages: boolean;
}

export function inThread(call: Call<unknown>): InThread {
  const access = inChannel(call);
  const { channel, guild, permissions } = access;
  if (guild === undefined || channel.thread === undefined) throw new Refusal('wrongChannelType');
  return { ...access, guild, thread: channel.thread, manages: has(permissions, Permission.manageThreads) };
}

/** In an archived thread messages are deleted at most. */
export function notArchived({ thread }: ChannelRecord): void {
  if (thread?.archived === true) throw new Refusal('archivedThread');
}

/** In a locked one only moderators edit, either. */
export function mayEditIn({ channel, permissions }: InChannel): void {
  notArchived(channel);
  notLocked(channel.thread, permissions);
}

/** Writing opens an archived thread. */
export function mayWake({ channel: { thread }, guild, permissions }: InChannel): void {
  notLocked(thread, permissions);
  if (thread?.archived === true && guild !== undefined) roomForThread(guild);
}

function notLocked(thread: ThreadRecord | undefined, permissions: bigint): void {
  if (thread?.locked === true && !has(permissions, Permission.manageThreads)) throw new Refusal('lockedThread');
}

export function roomForThread(guild: GuildRecord): void {
  if (activeThreads(guild).length >= limits.activeThreads.max) throw new Refusal('tooManyActiveThreads');
}
