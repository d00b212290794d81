/** How a holiday or pause is announced: once in each channel of groups that would have met, beside what is said about sessions. */
import type { NamedSession } from './hosting.ts';
import type { Ping } from './ping.ts';
import { latenessBudgets } from './ping.ts';
import { type Break, type Exceptions, isLater, type Session } from './session.ts';
import { isSoon } from './upcoming.ts';

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

/**
 * Of the first session of each group: those that are told of. Groups that share a channel share a post, but for those who
 * would turn up soon: each group rings its own.
 */
export function toTell(firsts: readonly NamedSession[], now: Temporal.Instant): readonly NamedSession[] {
  return [...Map.groupBy(firsts, ({ group }) => group.channel).values()].flatMap(sharing => {
    const near = sharing.filter(({ session }) => isSoon(session.startsAt, now));
    return near.length > 0 ? near : sharing.slice(0, 1);
  });
}

/** The day of the first session that does not take place because of it, or takes place again. */
export function firstDayOf(occurrence: string): string {
  return occurrence.slice(0, 'yyyy-mm-dd'.length);
}

/** The day on which it is to take place, in its own zone. */
export function dayOf({ planned, movedFrom, startsAt, zone }: Session): string {
  return movedFrom ? startsAt.toZonedDateTimeISO(zone).toPlainDate().toString() : planned.slice(0, 'yyyy-mm-dd'.length);
}

type Days = Pick<Break, 'from' | 'until'>;

/** Both have a day. */
export function overlap(a: Days, b: Days): boolean {
  return (a.until === undefined || b.from <= a.until) && (b.until === undefined || a.from <= b.until);
}

/** Those a word of resuming means, earliest first: what has begun, else what comes next. */
export function toResume<T extends Days>(pauses: readonly T[], today: string): readonly T[] {
  const inOrder = pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const begun = inOrder.filter(({ from }) => from <= today);
  return begun.length > 0 ? begun : inOrder.slice(0, 1);
}

/** Those that it takes out or gives back within the next 24 hours. What was decided since about one session is not its doing. */
export function nearOnes(
  sessions: readonly Session[],
  { changes }: Pick<Exceptions, 'changes'>,
  occurrence: string,
  named: Pick<Break, 'until' | 'notedAt'> & Pick<BreakNamed, 'isOver'>,
  now: Temporal.Instant,
): readonly Session[] {
  const { until, isOver } = named;
  return sessions.filter(session => {
    const day = dayOf(session);
    const isWithin = firstDayOf(occurrence) <= day && (until === undefined || day <= until);
    const isConcerned = isLater(named, changes.get(session.planned)) && session.off?.kind !== 'skipped';
    return isWithin && isConcerned && isOver === !session.off && isSoon(session.startsAt, now);
  });
}

/** @param first the session that does not take place because of it, or takes place again. */
export function breakPing(first: Session, { id, isOver }: BreakNamed, now: Temporal.Instant): Ping {
  return {
    groupKey: first.groupKey,
    occurrence: `${dayOf(first)}~${isOver ? 'r' : 'b'}${id}`,
    kind: 'change',
    audience: 'channel',
    dueAt: now,
    expiresAt: now.add({ minutes: latenessBudgets.change }),
  };
}
