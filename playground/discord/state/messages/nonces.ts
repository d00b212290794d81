/** Which message a nonce made: asked again within a few minutes, Discord gives the earlier message. */
import { keepNewest } from '../keep-newest.ts';
import type { MessageRecord } from '../records.ts';
import type { World } from '../world.ts';

/** "The past few minutes", says Discord. */
const remembered = 5 * 60_000;
const keep = 5000;

const key = (authorId: string, nonce: string | number) => `${authorId} ${nonce}`;

export function messageOfNonce(world: World, authorId: string, nonce: string | number): MessageRecord | undefined {
  const message = world.nonces.get(key(authorId, nonce));
  if (message === undefined || world.clock.millis() - Date.parse(message.createdAt) > remembered) return undefined;
  return message;
}

export function rememberNonce(world: World, message: MessageRecord, nonce: string | number): void {
  const id = key(message.author.id, nonce);
  // Newest last: forgetting starts at the front.
  world.nonces.delete(id);
  world.nonces.set(id, message);
  keepNewest(world.nonces, keep, keep / 10);
}
