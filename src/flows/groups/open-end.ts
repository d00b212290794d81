/** What the word of a group's end says now that it goes out. */
import { isOfEnd } from '../../domain/groups/ending.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import { isSoon, nextHeld } from '../../domain/groups/upcoming.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import type { FlowContext } from '../context.ts';
import { endedGroup } from './load-groups.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now'>;

/** Undefined where the ping is about something else. */
export async function openEnd(
  context: Context,
  guildId: string,
  { kind, groupKey, occurrence }: PingKey,
): Promise<OpenedPing | undefined> {
  if (kind !== 'change' || !isOfEnd(occurrence)) return undefined;
  const group = await endedGroup(context, context.db, guildId, groupKey);
  if (!group) return { kind: 'suppressed', reason: 'the group meets again' };
  const now = context.now();
  const next = nextHeld(group, await loadExceptions(context.db, guildId, groupKey), now);
  const soon = next && isSoon(next.startsAt, now) ? { soon: next } : {};
  return { kind: 'ended', group, ...soon };
}
