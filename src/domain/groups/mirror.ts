/**
 * Discord's own calendar beside the group's: one scheduled event for each of the next sessions. Three versions are
 * compared, what the session says, what Cairn set last, and what the event shows; what a person changed on Discord wins.
 */
import type { Attributes } from '../attributes.ts';
import { type EventLook, type EventOnServer, isEnding, isOurs, voiceOf, withIntent } from './event-look.ts';
import { isOutdated, refusedMove, type WhyRefused } from './refused-move.ts';
import { instantOf, type Session } from './session.ts';

/** How far ahead sessions are mirrored. */
export const mirrorWindow = Temporal.Duration.from({ hours: 14 * 24 });
/** Discord takes no start in the past, and a request takes its time. */
const soonest = Temporal.Duration.from({ minutes: 1 });

/** An event that Cairn made for a session. */
export interface BoundEvent {
  readonly planned: string;
  readonly eventId: string;
  /** What Cairn last set on it. */
  readonly set: Attributes;
}

export interface Mirrored {
  readonly now: Temporal.Instant;
  /** False where the group has ended, or organisers want no events. */
  readonly isOn: boolean;
  /** Those of the window, also those that are off; earliest first. */
  readonly sessions: readonly Session[];
  /** Of any time; undefined where the group no longer meets then. */
  readonly sessionAt: (planned: string) => Session | undefined;
  readonly lookOf: (session: Session) => EventLook;
  readonly bound: readonly BoundEvent[];
  /** By id; an event that Cairn can't see now is absent, and left alone. */
  readonly events: ReadonlyMap<string, EventOnServer>;
  /** Whether the voice channel is still there: with it Discord cancels its events. */
  readonly hasChannel: (id: string) => boolean;
}

export type MirrorStep =
  | { readonly kind: 'make'; readonly session: Session; readonly look: EventLook }
  | { readonly kind: 'change'; readonly event: BoundEvent; readonly changes: Partial<EventLook> }
  /** The session is off: the event stays as cancelled. Under way it is completed. */
  | { readonly kind: 'end'; readonly event: BoundEvent; readonly status: 'canceled' | 'completed' }
  /** There are to be no events. */
  | { readonly kind: 'remove'; readonly event: BoundEvent }
  /** Nothing is left of it, and nothing is to be learned from that. */
  | { readonly kind: 'forget'; readonly event: BoundEvent }
  /** `starts`: what the event shows; `to`: the same on the group's wall. */
  | {
      readonly kind: 'moved-by-hand';
      readonly event: BoundEvent;
      readonly session: Session;
      readonly starts: string;
      readonly to: string;
    }
  /** The session cannot follow: it has begun, a wall time would not say which of two is meant, or it was refused before. */
  | {
      readonly kind: 'moved-in-vain';
      readonly event: BoundEvent;
      readonly session: Session;
      readonly why: 'begun' | WhyRefused;
    }
  /** It no longer stands where it was refused: should it be moved there once more, that is tried again. */
  | { readonly kind: 'moved-back'; readonly event: BoundEvent }
  | { readonly kind: 'skipped-by-hand'; readonly event: BoundEvent; readonly session: Session };

/** What is to be done, the nearest first; what is to be made comes last. */
export function planMirror(mirrored: Mirrored): readonly MirrorStep[] {
  const { bound, sessions, isOn, now, lookOf } = mirrored;
  const steps = bound.flatMap(event => stepFor(mirrored, event) ?? []);
  if (!isOn) return steps;
  const taken = new Set(bound.map(({ planned }) => planned));
  const missing = sessions.filter(
    ({ planned, off, startsAt }) => !off && !taken.has(planned) && isAfter(startsAt, now.add(soonest)),
  );
  return [...steps, ...missing.map((session): MirrorStep => ({ kind: 'make', session, look: lookOf(session) }))];
}

/** It was due to begin, and its session as well: nothing follows from what became of it. */
export function isPast({ planned, set }: BoundEvent, { now, sessionAt }: Pick<Mirrored, 'now' | 'sessionAt'>): boolean {
  const session = sessionAt(planned);
  return hasBegun(set, now) && (session === undefined || !isAfter(session.startsAt, now));
}

function stepFor(mirrored: Mirrored, event: BoundEvent): MirrorStep | undefined {
  const { events, isOn, sessionAt } = mirrored;
  const seen = events.get(event.eventId);
  if (!seen) return undefined;
  const session = sessionAt(event.planned);
  if (!seen.look || seen.status === 'canceled' || seen.status === 'completed')
    return stepForEnded(mirrored, event, seen, session);
  if (!isOn) return { kind: 'remove', event };
  if (!session || session.off)
    return { kind: 'end', event, status: seen.status === 'active' ? 'completed' : 'canceled' };
  if (seen.status === 'active') return undefined;
  return stepForComing(mirrored, event, seen.look, session);
}

function stepForEnded(
  { isOn, now, hasChannel }: Mirrored,
  event: BoundEvent,
  { status }: EventOnServer,
  session: Session | undefined,
): MirrorStep | undefined {
  if (!isOn || !session || session.off) return { kind: 'forget', event };
  if (!isAfter(session.startsAt, now)) return undefined;
  // Over at its old time, when the session was moved; gone with its channel; or ended by Cairn, and wanted again.
  if (hasBegun(event.set, now) || isGoneWithChannel(event, hasChannel) || isEnding(event.set))
    return { kind: 'forget', event };
  // Nobody began it where it was refused, and Discord cancels such.
  const refused = refusedMove(event.set);
  if (status === 'canceled' && refused && hasBegun(refused, now)) return { kind: 'forget', event };
  // Begun early and ended: it was held.
  return status === 'completed' ? undefined : { kind: 'skipped-by-hand', event, session };
}

function isGoneWithChannel({ set }: BoundEvent, hasChannel: Mirrored['hasChannel']): boolean {
  return [set.place, set['to/place']].some(place => {
    const channel = voiceOf(place);
    return channel !== undefined && !hasChannel(channel);
  });
}

function stepForComing(
  { lookOf, now }: Mirrored,
  event: BoundEvent,
  seen: EventLook,
  session: Session,
): MirrorStep | undefined {
  const wanted = lookOf(session);
  const refused = refusedMove(event.set);
  const isWhereRefused = refused?.starts === seen.starts;
  const givesWay = isWhereRefused && isOutdated(event.set, session);
  // What gives way is as good as set by Cairn.
  const set = givesWay ? withIntent(event.set, { starts: seen.starts }) : event.set;
  if (seen.starts !== wanted.starts && !isOurs(set, 'starts', seen.starts))
    return stepForMoved(event, session, seen.starts, now);
  if (!isAfter(session.startsAt, now.add(soonest))) return undefined;
  const changes = changesOf(wanted, set, seen);
  if (Object.keys(changes).length > 0) return { kind: 'change', event, changes };
  return refused && !isWhereRefused ? { kind: 'moved-back', event } : undefined;
}

function stepForMoved(event: BoundEvent, session: Session, starts: string, now: Temporal.Instant): MirrorStep {
  if (!isAfter(session.startsAt, now)) return { kind: 'moved-in-vain', event, session, why: 'begun' };
  const refused = refusedMove(event.set);
  if (refused?.starts === starts) return { kind: 'moved-in-vain', event, session, why: refused.why };
  const wall = Temporal.Instant.from(starts).toZonedDateTimeISO(session.zone).toPlainDateTime();
  if (!instantOf(wall, session.zone).equals(starts)) return { kind: 'moved-in-vain', event, session, why: 'twice' };
  return { kind: 'moved-by-hand', event, session, starts, to: wall.toString({ smallestUnit: 'minute' }) };
}

const names = ['name', 'description', 'starts', 'ends', 'place'] as const satisfies readonly (keyof EventLook)[];

function changesOf(wanted: EventLook, set: Attributes, seen: EventLook): Partial<EventLook> {
  const changed = names.filter(name => seen[name] !== wanted[name] && isOurs(set, name, seen[name]));
  // A new start has its own end, whoever set the old one; an event elsewhere must have one.
  const needsEnd = changed.some(name => name === 'starts' || name === 'place');
  if (needsEnd && !changed.includes('ends')) changed.push('ends');
  return Object.fromEntries(changed.map(name => [name, wanted[name]]));
}

function hasBegun({ starts }: { readonly starts?: unknown }, now: Temporal.Instant): boolean {
  return typeof starts === 'string' && !isAfter(Temporal.Instant.from(starts), now);
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;
