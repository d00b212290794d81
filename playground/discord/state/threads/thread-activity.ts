/** What a message does to the thread it is written in. */
import { MessageType } from '../messages/message-types.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import { addToThread } from './thread-members.ts';

/** Whoever writes belongs to the thread from then on, and opens it if it was archived. */
export function wakeThread(world: World, channel: ChannelRecord, author: UserRecord): void {
  const { thread } = channel;
  if (thread === undefined) return;
  thread.activeAt = world.clock.millis();
  if (thread.archived) {
    thread.archived = false;
    thread.archiveChangedAt = timestamp(world);
    world.bus.emit({ kind: 'thread-changed', thread: channel });
  }
  addToThread(world, channel, [author.id]);
}

/** The message a thread was made from, and the first one of a post, are not counted. */
const counts = ({ thread, id }: ChannelRecord, message: MessageRecord) =>
  thread !== undefined && message.id !== id && message.type !== MessageType.threadStarter;

export function countMessage(channel: ChannelRecord, message: MessageRecord): void {
  if (channel.thread === undefined || !counts(channel, message)) return;
  channel.thread.messageCount += 1;
  channel.thread.sentCount += 1;
}

export function discountMessage(channel: ChannelRecord | undefined, message: MessageRecord): void {
  if (channel?.thread !== undefined && counts(channel, message)) channel.thread.messageCount -= 1;
}
