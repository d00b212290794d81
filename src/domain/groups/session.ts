/**
 * When a group meets. A session is computed from wall time, zone and exceptions whenever somebody asks; no list of
 * instants is ever stored.
 *
 * Daylight saving, after RFC 5545 §3.3.5: a time that the clocks skip is read with the offset before the gap, so the
 * session is held, later on the wall by as much as was skipped; a time that comes twice means the first. A meeting that
 * falls into a gap is held, though §3.3.10 would leave it out: people who meet each week expect to. Two sessions of a
 * group that would start at the same instant (a whole day was skipped: Pacific/Apia, 30 December 2011) are one.
 */
import { weekdays } from '../community.ts';
import type { Group, Slot } from './group.ts';

export interface Session {
  readonly groupKey: string;
  /** Its planned wall time, "2027-03-28T19:00". With the group it names the session for good, also when it is moved. */
  readonly planned: string;
  readonly zone: string;
  readonly minutes: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** What keeps it from taking place. */
  readonly off?: SessionOff;
  readonly movedFrom?: Temporal.Instant;
  /** How often it was changed: what was said about an earlier date is said anew. 0: never. */
  readonly revision: number;
  /** The planned time is skipped or comes twice in its zone. */
  readonly clocks?: 'gap' | 'overlap';
}

export interface SessionOff {
  readonly kind: 'skipped' | 'holiday' | 'paused';
  readonly reason?: string;
}

/** One session was skipped or moved. */
export interface SessionChange {
  readonly planned: string;
  readonly kind: 'skipped' | 'moved' | 'held';
  /** Wall time in the session's zone, for `moved`. */
  readonly to?: string;
  readonly reason?: string;
  readonly revision: number;
}

/** Whole days, in the zone of each session, both included. Without an end it lasts until it is lifted. */
export interface Break {
  readonly kind: 'holiday' | 'paused';
  readonly from: string;
  readonly until?: string;
  readonly reason?: string;
}

export interface Exceptions {
  /** By `planned`. */
  readonly changes: ReadonlyMap<string, SessionChange>;
  readonly breaks: readonly Break[];
}

export const noExceptions: Exceptions = { changes: new Map(), breaks: [] };

/** A session is moved at most this far, so that looking this much further finds every moved one. */
export const farthestMove = Temporal.Duration.from({ days: 14 });

/** Those that start in [from, until), earliest first; also those that are off. */
export function sessionsOf(
  { key, slots }: Pick<Group, 'key' | 'slots'>,
  exceptions: Exceptions,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Session[] {
  const margin = farthestMove.add({ days: 2 });
  const found = slots.flatMap(slot =>
    [...plannedIn(slot, from.subtract({ hours: margin.days * 24 }), until.add({ hours: margin.days * 24 }))].map(
      planned => sessionAt(key, slot, planned, exceptions),
    ),
  );
  const inOrder = found
    .filter(({ startsAt }) => isBefore(startsAt, until) && !isBefore(startsAt, from))
    .sort((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) || (a.planned < b.planned ? 1 : -1));
  const seen = new Set<string>();
  return inOrder.filter(({ startsAt, off, movedFrom }) => {
    const instant = startsAt.toString();
    if (off || movedFrom) return true;
    if (seen.has(instant)) return false;
    seen.add(instant);
    return true;
  });
}

/** The session of a group planned for this wall time; undefined if the group does not meet then. */
export function sessionPlannedAt(
  group: Pick<Group, 'key' | 'slots'>,
  planned: string,
  exceptions: Exceptions,
): Session | undefined {
  const date = dateTimeOf(planned);
  const slot =
    date && group.slots.find(({ day, at }) => weekdays[date.dayOfWeek - 1] === day && planned.endsWith(`T${at}`));
  return slot && sessionAt(group.key, slot, date, exceptions);
}

function* plannedIn(
  { day, at, zone }: Slot,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Generator<Temporal.PlainDateTime> {
  const first = from.toZonedDateTimeISO(zone).toPlainDate();
  const last = until.toZonedDateTimeISO(zone).toPlainDate();
  const ahead = (weekdays.indexOf(day) + 1 - first.dayOfWeek + 7) % 7;
  const time = Temporal.PlainTime.from(at);
  for (let date = first.add({ days: ahead }); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 7 }))
    yield date.toPlainDateTime(time);
}

function sessionAt(
  groupKey: string,
  slot: Slot,
  wall: Temporal.PlainDateTime,
  { changes, breaks }: Exceptions,
): Session {
  const { zone, minutes } = slot;
  const planned = wall.toString({ smallestUnit: 'minute' });
  const change = changes.get(planned);
  const plannedStart = instantOf(wall, zone);
  const to = change?.kind === 'moved' && change.to ? dateTimeOf(change.to) : undefined;
  const startsAt = to ? instantOf(to, zone) : plannedStart;
  const off =
    change?.kind === 'skipped'
      ? offOf('skipped', change.reason)
      : change
        ? undefined
        : breakOn(breaks, wall.toPlainDate());
  const clocks = clocksAt(to ?? wall, zone);
  return {
    groupKey,
    planned,
    zone,
    minutes,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    ...(off ? { off } : {}),
    ...(to ? { movedFrom: plannedStart } : {}),
    revision: change?.revision ?? 0,
    ...(clocks ? { clocks } : {}),
  };
}

/** RFC 5545 §3.3.5: what is skipped is read with the offset before the gap, what comes twice means the first. */
export function instantOf(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}

function clocksAt(wall: Temporal.PlainDateTime, zone: string): Session['clocks'] {
  const [earlier, later] = (['earlier', 'later'] as const).map(disambiguation =>
    wall.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later || earlier.equals(later)) return undefined;
  return earlier.toPlainDateTime().equals(wall) ? 'overlap' : 'gap';
}

/** A session that was moved or explicitly held takes place in spite of a break. */
function breakOn(breaks: readonly Break[], date: Temporal.PlainDate): SessionOff | undefined {
  const day = date.toString();
  const found = breaks.find(({ from, until }) => from <= day && (until === undefined || day <= until));
  return found && offOf(found.kind, found.reason);
}

function offOf(kind: SessionOff['kind'], reason: string | undefined): SessionOff {
  return { kind, ...(reason === undefined ? {} : { reason }) };
}

/** Undefined where the text is no wall time in minutes. */
export function dateTimeOf(text: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
