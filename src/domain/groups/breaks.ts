/** How a holiday or pause is announced: once in each group that would have met, beside what is said about sessions. */
import type { Ping } from './ping.ts';
import { latenessBudgets } from './ping.ts';
import type { Session } from './session.ts';

/** "2026-12-21~b7": its first day that keeps a session, and its number; "~r7" once it is lifted. */
const named = /^(\d{4}-\d{2}-\d{2})~([br])(\d+)$/;

export interface BreakNamed {
  readonly id: number;
  readonly isOver: boolean;
}

/** Undefined where the occurrence is a session's. */
export function breakNamed(occurrence: string): BreakNamed | undefined {
  const [, , sign, id] = named.exec(occurrence) ?? [];
  return id === undefined ? undefined : { id: Number(id), isOver: sign === 'r' };
}

/** @param first the session that does not take place because of it, or takes place again. */
export function breakPing(first: Session, { id, isOver }: BreakNamed, now: Temporal.Instant): Ping {
  return {
    groupKey: first.groupKey,
    occurrence: `${first.planned.slice(0, 10)}~${isOver ? 'r' : 'b'}${id}`,
    kind: 'change',
    audience: 'channel',
    dueAt: now,
    expiresAt: now.add({ minutes: latenessBudgets.change }),
  };
}
