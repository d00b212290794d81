/** A session is skipped, moved, or held after all: whether that can be, and what it is afterwards. */
import type { Group } from './group.ts';
import {
  type Exceptions,
  farthestMove,
  type Session,
  type SessionChange,
  sessionPlannedAt,
  sessionsOf,
  wallStart,
} from './session.ts';

/** `hold`: in spite of a holiday or pause; at its planned time, or where it was moved to before it was skipped. */
export type RequestedChange =
  | { readonly kind: 'skip'; readonly reason?: string }
  /** `to`: wall time in the session's zone, "2027-03-28T19:00". */
  | { readonly kind: 'move'; readonly to: string; readonly reason?: string }
  | { readonly kind: 'hold'; readonly reason?: string };

export type ChangeDecision =
  | { readonly kind: 'change'; readonly change: SessionChange; readonly before: Session; readonly session: Session }
  /** It stands as asked for already. */
  | { readonly kind: 'unchanged'; readonly session: Session }
  | { readonly kind: 'unknown-session' }
  /** It has begun, or is over. */
  | { readonly kind: 'begun'; readonly session: Session }
  | { readonly kind: 'past'; readonly session: Session; readonly to: Temporal.Instant }
  /** Further away from the planned time than a session is moved. */
  | { readonly kind: 'too-far'; readonly session: Session; readonly to: Temporal.Instant }
  /** Another session of the group takes place then. */
  | { readonly kind: 'taken'; readonly session: Session; readonly by: Session };

export function decideChange(
  group: Group,
  exceptions: Exceptions,
  planned: string,
  asked: RequestedChange,
  now: Temporal.Instant,
): ChangeDecision {
  const before = sessionPlannedAt(group, planned, exceptions);
  if (!before) return { kind: 'unknown-session' };
  const hasBegun = Temporal.Instant.compare(before.startsAt, now) <= 0;
  if (hasBegun && (asked.kind === 'skip' || !before.off)) return { kind: 'begun', session: before };
  const change = changeFor(before, asked);
  const session = sessionPlannedAt(group, planned, withChange(exceptions, change));
  if (!session) return { kind: 'unknown-session' };
  const to = session.startsAt;
  if (asked.kind === 'skip' ? before.off?.kind === 'skipped' : !before.off && isSame(to, before.startsAt))
    return { kind: 'unchanged', session: before };
  if (asked.kind !== 'skip') {
    if (Temporal.Instant.compare(to, now) <= 0) return { kind: 'past', session: before, to };
    if (isTooFar(session)) return { kind: 'too-far', session: before, to };
    const by = otherAt(group, exceptions, session);
    if (by) return { kind: 'taken', session: before, by };
  }
  return { kind: 'change', change, before, session };
}

function changeFor(before: Session, asked: RequestedChange): SessionChange {
  const { planned, revision, off, movedFrom } = before;
  const { reason } = asked;
  // In a gap of the clocks the wall time is another without any move.
  const was = movedFrom ? wallStart(before) : planned;
  const common = { planned, revision: revision + 1, ...(reason ? { reason } : {}) };
  if (asked.kind === 'skip') return { ...common, kind: 'skipped', was };
  const to = asked.kind === 'move' ? asked.to : off ? was : planned;
  return { ...common, ...(off ? {} : { was }), ...takingPlace(planned, to) };
}

/** As a break has it that was noted after its last change, and keeps it from where it is or from where it would be. */
export function offSince(
  group: Group,
  exceptions: Exceptions,
  session: Session,
  wouldBeAt?: string,
): Session | undefined {
  const { planned } = session;
  const change = exceptions.changes.get(planned);
  if (!change) return undefined;
  const now = session.movedFrom ? wallStart(session) : planned;
  return [now, wouldBeAt ?? now]
    .flatMap(
      wall =>
        sessionPlannedAt(group, planned, withChange(exceptions, { ...change, ...takingPlace(planned, wall) })) ?? [],
    )
    .find(({ off }) => off);
}

function takingPlace(planned: string, at: string): Pick<SessionChange, 'kind' | 'to'> {
  return at === planned ? { kind: 'held' } : { kind: 'moved', to: at };
}

function withChange(exceptions: Exceptions, change: SessionChange): Exceptions {
  return { ...exceptions, changes: new Map([...exceptions.changes, [change.planned, change]]) };
}

function isTooFar({ movedFrom, startsAt }: Session): boolean {
  if (!movedFrom) return false;
  const minutes = Math.abs(movedFrom.until(startsAt).total('minutes'));
  return minutes > farthestMove.days * 24 * 60;
}

/** One that overlaps: the same people cannot be in two. */
function otherAt(group: Group, exceptions: Exceptions, { planned, startsAt, endsAt }: Session): Session | undefined {
  return sessionsOf(group, exceptions, startsAt.subtract({ hours: 24 }), endsAt).find(
    other => !other.off && other.planned !== planned && Temporal.Instant.compare(other.endsAt, startsAt) > 0,
  );
}

const isSame = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) === 0;
