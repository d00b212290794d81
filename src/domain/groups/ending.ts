/** How a group's end is announced: once, although the group is no longer among the server's. */
import type { Group } from './group.ts';
import { latenessBudgets, type Ping } from './ping.ts';

/** "2026-12-21~e123": the day, and the interaction, since a group of the file can start again and end again. */
const named = /^\d{4}-\d{2}-\d{2}~e/;

export function isOfEnd(occurrence: string): boolean {
  return named.test(occurrence);
}

/** @param because the interaction that ended it. */
export function endPing({ key, slots }: Pick<Group, 'key' | 'slots'>, because: string, now: Temporal.Instant): Ping {
  const today = now.toZonedDateTimeISO(slots[0]?.zone ?? 'UTC').toPlainDate();
  return {
    groupKey: key,
    occurrence: `${today}~e${because}`,
    kind: 'change',
    audience: 'channel',
    dueAt: now,
    expiresAt: now.add({ minutes: latenessBudgets.change }),
  };
}
