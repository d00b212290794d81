/**
 * How regularly a member comes: "4 of your last 5 weeks". A week is an ISO week by the planned wall time of its sessions.
 * A week in which the member was at a session always counts, and for them. Otherwise it counts only if one of their
 * groups met in it while they were in that group, and are still, and did not rest: holidays, skipped sessions, pauses and rests never
 * count against anybody. The week that runs is left open until the last time the group was to meet.
 */
import type { Group } from './group.ts';
import { isRestFrom, type Rest, restsOn } from './resting.ts';
import { type Exceptions, type Session, sessionsOf } from './session.ts';

export interface Membership {
  readonly group: Pick<Group, 'key' | 'slots'>;
  readonly exceptions: Exceptions;
  readonly joinedAt: Temporal.Instant;
}

export interface Consistency {
  readonly attended: number;
  readonly of: number;
}

/** So many weeks are looked at, no further back than a half year. */
const window = 5;
export const farthestBack = { weeks: 26 };

/** @param attended planned wall times of the sessions the member was at. Undefined where no week counts yet. */
export function consistencyOf(
  memberships: readonly Membership[],
  attended: readonly string[],
  rests: readonly Rest[],
  now: Temporal.Instant,
): Consistency | undefined {
  const there = new Set(attended.map(planned => weekOf({ planned })));
  const from = now.subtract({ hours: farthestBack.weeks * 7 * 24 });
  const planned = memberships.flatMap(({ group, exceptions, joinedAt }) =>
    sessionsOf(group, exceptions, from, now.add({ hours: 8 * 24 })).filter(
      ({ startsAt }) => !isBefore(startsAt, joinedAt),
    ),
  );
  const open = new Set(planned.filter(({ endsAt }) => isBefore(now, endsAt)).map(weekOf));
  const missed = planned
    .filter(session => !session.off && !isExcused(rests, session))
    .map(weekOf)
    .filter(week => !open.has(week));
  const earliest = weekOf({ planned: from.toString() });
  const counted = [...new Set([...there, ...missed])].filter(week => week >= earliest).sort();
  const last = counted.slice(-window);
  if (last.length === 0) return undefined;
  return { attended: last.filter(week => there.has(week)).length, of: last.length };
}

/** They rested on the day it was planned for, or on the one it was moved to. */
function isExcused(rests: readonly Rest[], { planned, startsAt, movedFrom, zone }: Session): boolean {
  return restsOn(rests, planned, movedFrom ?? startsAt) || isRestFrom(rests, { startsAt, zone }, startsAt);
}

/** The Monday of its week: sorts as the weeks do. */
function weekOf({ planned }: { readonly planned: string }): string {
  const date = Temporal.PlainDate.from(planned.slice(0, 10));
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
