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
  /** Wall time at which it was to take place before; absent: it was off. What is skipped is known by it, also where it was off. */
  readonly was?: string;
  readonly reason?: string;
  readonly revision: number;
  /** Absent: it is only being thought of, or saved just now. */
  readonly changedAt?: Temporal.Instant;
}

/**
 * Whole days, in the zone of each session, both included. Without an end it lasts until it is lifted. What had begun when
 * it was noted took place all the same; what was to begin before it was lifted did not, though its day goes on.
 */
export interface Break {
  readonly kind: 'holiday' | 'paused';
  readonly from: string;
  readonly until?: string;
  readonly reason?: string;
  readonly notedAt?: Temporal.Instant;
  readonly liftedAt?: Temporal.Instant;
}

export interface Exceptions {
  /** By `planned`. */
  readonly changes: ReadonlyMap<string, SessionChange>;
  readonly breaks: readonly Break[];
}

export const noExceptions: Exceptions = { changes: new Map(), breaks: [] };

/** A session is moved at most this far. */
export const farthestMove = Temporal.Duration.from({ days: 14 });

/** A wall time lies this near to the same reading of UTC, in every zone and through every change of its clocks. */
const nearEnough = { hours: 48 };

/** Those that start in [from, until), earliest first; also those that are off. */
export function sessionsOf(
  { key, slots }: Pick<Group, 'key' | 'slots'>,
  exceptions: Exceptions,
  from: Temporal.Instant,
  until: Temporal.Instant,
): readonly Session[] {
  const [first, last] = [from.subtract(nearEnough), until.add(nearEnough)];
  const moved = movedSessions(exceptions);
  const found = slots.flatMap(slot => {
    const planned = [...plannedIn(slot, first, last), ...moved.filter(wall => isOf(slot, wall))];
    const once = new Map(planned.map(wall => [wall.toString(), wall]));
    return [...once.values()].map(wall => sessionAt(key, slot, wall, exceptions));
  });
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
  const wall = dateTimeOf(planned);
  const slot = wall && group.slots.find(slot => isOf(slot, wall));
  return slot && sessionAt(group.key, slot, wall, exceptions);
}

/** Planned wall times of those that were moved: where to cannot be told by looking around a time. */
function movedSessions({ changes }: Exceptions): readonly Temporal.PlainDateTime[] {
  return [...changes.values()].flatMap(change => (movedTo(change) ? (dateTimeOf(change.planned) ?? []) : []));
}

/** Where to it was moved, also when it is off since. */
function movedTo({ kind, planned, to, was }: SessionChange): Temporal.PlainDateTime | undefined {
  if (kind === 'moved') return to === undefined ? undefined : dateTimeOf(to);
  return kind === 'skipped' && was !== undefined && was !== planned ? dateTimeOf(was) : undefined;
}

function isOf({ day, at }: Slot, wall: Temporal.PlainDateTime): boolean {
  return weekdays[wall.dayOfWeek - 1] === day && wall.toString({ smallestUnit: 'minute' }).endsWith(`T${at}`);
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
  const to = change && movedTo(change);
  const plannedStart = readIn(zone, wall);
  const { startsAt, clocks } = to ? readIn(zone, to) : plannedStart;
  const off =
    change?.kind === 'skipped'
      ? offOf('skipped', change.reason)
      : breakOn(
          breaks.filter(one => isLater(one, change)),
          (to ?? wall).toPlainDate(),
          startsAt,
        );
  return {
    groupKey,
    planned,
    zone,
    minutes,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    ...(off ? { off } : {}),
    ...(to ? { movedFrom: plannedStart.startsAt } : {}),
    revision: change?.revision ?? 0,
    ...(clocks ? { clocks } : {}),
  };
}

/** When it begins, by the clock of its zone: "2027-03-28T19:00". */
export function wallStart({ startsAt, zone }: Pick<Session, 'startsAt' | 'zone'>): string {
  return startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** RFC 5545 §3.3.5: what is skipped is read with the offset before the gap, what comes twice means the first. */
export function instantOf(wall: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return readIn(zone, wall).startsAt;
}

function readIn(zone: string, wall: Temporal.PlainDateTime): Pick<Session, 'startsAt' | 'clocks'> {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { startsAt: earlier.toInstant() };
  // Of a time in a gap the later of the two is the one by the offset before.
  const isTwice = earlier.toPlainDateTime().equals(wall);
  return isTwice
    ? { startsAt: earlier.toInstant(), clocks: 'overlap' }
    : { startsAt: later.toInstant(), clocks: 'gap' };
}

/** The later word wins: a session that was moved or explicitly held takes place in spite of a break noted before. */
export function isLater({ notedAt }: Pick<Break, 'notedAt'>, change: SessionChange | undefined): boolean {
  if (!change) return true;
  return change.changedAt !== undefined && notedAt !== undefined && isBefore(change.changedAt, notedAt);
}

function breakOn(
  breaks: readonly Break[],
  date: Temporal.PlainDate,
  startsAt: Temporal.Instant,
): SessionOff | undefined {
  const day = date.toString();
  const found = breaks.find(
    ({ from, until, notedAt, liftedAt }) =>
      from <= day &&
      (until === undefined || day <= until) &&
      !(notedAt && isBefore(startsAt, notedAt)) &&
      (!liftedAt || isBefore(startsAt, liftedAt)),
  );
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
