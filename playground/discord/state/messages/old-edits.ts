/** Edits of messages older than an hour: Discord allows only so many, and does not say how many. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { MessageRecord } from '../records.ts';
import type { World } from '../world.ts';

const hour = 3_600_000;

export function countOldEdit(world: World, { channelId, author, createdAt }: MessageRecord): void {
  const now = world.clock.millis();
  if (now - Date.parse(createdAt) <= hour) return;
  const key = `${channelId} ${author.id}`;
  const recent = (world.oldEdits.get(key) ?? []).filter(at => now - at < hour);
  if (recent.length >= limits.oldEdits.max) throw new Refusal('tooManyOldEdits');
  world.oldEdits.set(key, [...recent, now]);
}
