/** Reactions to messages. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { MessageRecord, UserRecord } from '../records.ts';
import type { World } from '../world.ts';

/** Reacting twice with the same emoji changes nothing. */
export function react(world: World, message: MessageRecord, emoji: string, user: UserRecord): void {
  const users = message.reactions.get(emoji) ?? new Set<string>();
  if (users.has(user.id)) return;
  if (users.size === 0 && message.reactions.size >= limits.reactions.max) throw new Refusal('tooManyReactions');
  message.reactions.set(emoji, users.add(user.id));
  world.bus.emit({ kind: 'reaction-added', message, emoji, userId: user.id });
}

export function unreact(world: World, message: MessageRecord, emoji: string, userId: string): void {
  const users = message.reactions.get(emoji);
  if (users?.delete(userId) !== true) return;
  if (users.size === 0) message.reactions.delete(emoji);
  world.bus.emit({ kind: 'reaction-removed', message, emoji, userId });
}

export function clearReactions(world: World, message: MessageRecord): void {
  message.reactions.clear();
  world.bus.emit({ kind: 'reactions-cleared', message, emoji: undefined });
}

export function clearEmoji(world: World, message: MessageRecord, emoji: string): void {
  if (!message.reactions.delete(emoji)) throw new Refusal('unknownEmoji');
  world.bus.emit({ kind: 'reactions-cleared', message, emoji });
}

const unicode = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic})$/v;

/** A guild's own emojis aren't modelled, so there are none; `custom:1234` is as unknown as a word. */
export function emojiFrom(text: string): string {
  if (!unicode.test(text)) throw new Refusal('unknownEmoji');
  return text;
}
