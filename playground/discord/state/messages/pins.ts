/** Pinned messages of a channel. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { logPin } from '../audit/message-audit.ts';
import type { ChannelRecord, MessageRecord, UserRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import { noMentions } from './mentions.ts';
import { isSystemMessage, MessageType } from './message-types.ts';
import { createMessage } from './messages.ts';

/** Latest pin first. */
export function pinsOf({ messages }: ChannelRecord): readonly MessageRecord[] {
  const pinned = [...messages.values()].filter(({ pinnedAt }) => pinnedAt !== null);
  return pinned.reverse().sort((a, b) => Date.parse(b.pinnedAt ?? '') - Date.parse(a.pinnedAt ?? ''));
}

/** Says so in the channel, in the name of who pinned it. */
export function pin(world: World, channel: ChannelRecord, message: MessageRecord, by: UserRecord): void {
  if (message.pinnedAt !== null) return;
  if (isSystemMessage(message)) throw new Refusal('systemMessage');
  if (pinsOf(channel).length >= limits.pins.max) throw new Refusal('tooManyPins');
  message.pinnedAt = timestamp(world);
  channel.lastPinAt = message.pinnedAt;
  world.bus.emit({ kind: 'message-edited', message });
  world.bus.emit({ kind: 'pins-changed', channel });
  createMessage(world, channel, {
    type: MessageType.pinned,
    author: by,
    mentions: noMentions,
    reference: { channelId: channel.id, messageId: message.id },
  });
  logPin(world, message);
}

export function unpin(world: World, channel: ChannelRecord, message: MessageRecord): void {
  if (message.pinnedAt === null) return;
  message.pinnedAt = null;
  world.bus.emit({ kind: 'message-edited', message });
  world.bus.emit({ kind: 'pins-changed', channel });
  logPin(world, message);
}
