/** Who belongs to a thread. */

import { applicationOfBot } from '../applications.ts';
import type { ChannelRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import type { ThreadMemberRecord } from './thread-record.ts';

/** Idempotent: no event for those who belong to it already. */
export function addToThread(world: World, channel: ChannelRecord, userIds: readonly string[]): void {
  const { thread } = channel;
  if (thread === undefined) return;
  const added: ThreadMemberRecord[] = [];
  for (const userId of userIds) {
    if (thread.members.has(userId)) continue;
    const record = { userId, joinedAt: timestamp(world) };
    thread.members.set(userId, record);
    added.push(record);
  }
  if (added.length === 0) return;
  for (const botId of botsAmong(world, added)) world.bus.emit({ kind: 'thread-bot-came', thread: channel, botId });
  tellOfMembers(world, channel, added, []);
}

export function removeFromThread(world: World, channel: ChannelRecord, userId: string): void {
  const record = channel.thread?.members.get(userId);
  if (record === undefined) return;
  channel.thread?.members.delete(userId);
  tellOfMembers(world, channel, [], [record]);
}

/** Bots that came or went hear of it in any case; others only with the members intent. */
export function tellOfMembers(
  world: World,
  thread: ChannelRecord,
  added: readonly ThreadMemberRecord[],
  removed: readonly ThreadMemberRecord[],
): void {
  const removedIds = removed.map(({ userId }) => userId);
  for (const botId of botsAmong(world, [...added, ...removed]))
    world.bus.emit({ kind: 'thread-bot-told', botId, thread, added, removedIds });
  world.bus.emit({ kind: 'thread-members-changed', thread, added, removedIds });
}

const botsAmong = (world: World, members: readonly ThreadMemberRecord[]) =>
  members.flatMap(({ userId }) => (applicationOfBot(world, userId) === undefined ? [] : [userId]));
