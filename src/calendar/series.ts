/**
 * A group's meetings as events: one series for all slots of the same time, and what differs from it.
 *
 * A time that the clocks skip or show twice is taken out of the series and written by itself, in UTC: RFC 5545 leaves the
 * first out (§3.3.10) where we hold the session, and of the second Thunderbird's library takes the later one.
 */
import type { Slot } from '../domain/groups/group.ts';
import { farthestMove, noExceptions, type Session, sessionsOf } from '../domain/groups/session.ts';
import type { CalendarGroup, Months } from './calendar.ts';
import { type About, eventOf, startOf } from './event.ts';
import { type Component, instant, type Property, wallTimes } from './jcal.ts';

/** Beyond the months by as much as a session may be moved. */
export const margin = { hours: (farthestMove.days + 2) * 24 };

export function eventsOf(one: CalendarGroup, guildId: string, months: Months): readonly Component[] {
  const { group, exceptions } = one;
  const { since, until } = months;
  const from = one.from && Temporal.Instant.compare(one.from, months.from) > 0 ? one.from : months.from;
  const sessions = sessionsOf(group, exceptions, from.subtract(margin), until.add(margin));
  const known = new Map(sessions.map(session => [nameOf(session), session]));
  return seriesOf(group.slots).flatMap(([slot, ...others], index, series) => {
    const { at, zone, minutes } = slot;
    const before = series.slice(0, index).filter(([other]) => other.at === at).length;
    const name = at.replace(':', '') + (before > 0 ? `.${before + 1}` : '');
    const all = [slot, ...others]
      // Each by itself: together, two that coincide would already be one.
      .flatMap(slot => sessionsOf({ key: group.key, slots: [slot] }, noExceptions, months.from, until))
      .sort((a, b) => (a.planned < b.planned ? -1 : 1));
    const [earlier, planned] = parted(all, session => isBefore(session, from));
    const movedAcross = earlier
      .flatMap(session => known.get(nameOf(session)) ?? [])
      .filter(one => !isBefore(one, from));
    const about = { one, guildId, since, zone, at, minutes };
    return [...events(about, name, planned, known, until), ...movedAcross.map(session => alone(about, session))];
  });
}

type SameTime = readonly [Slot, ...Slot[]];

function seriesOf(slots: readonly Slot[]): readonly SameTime[] {
  const found = Map.groupBy(slots, ({ at, minutes, zone }) => `${at} ${minutes} ${zone}`);
  return [...found.values()] as unknown as readonly SameTime[];
}

/** @param known the sessions as they are held, by name; one that is not in it coincides with another */
function events(
  about: About,
  name: string,
  planned: readonly Session[],
  known: ReadonlyMap<string, Session>,
  until: Temporal.Instant,
): readonly Component[] {
  const [regular, out] = parted(planned, session => !session.clocks && known.has(nameOf(session)));
  const held = (sessions: readonly Session[]) => sessions.flatMap(session => known.get(nameOf(session)) ?? []);
  const [lost, excluded] = parted(out, isOfLostDay);
  return [
    ...stretches(regular, lost).flatMap(([sessions, lostBefore, isLast]) => {
      const own = lostBefore ? `${name}.${lostBefore}` : name;
      const end = isLast ? until.subtract({ seconds: 1 }) : (sessions.at(-1) ?? sessions[0]).startsAt;
      const changed = held(sessions).filter(({ off, movedFrom }) => off || movedFrom);
      return [
        eventOf(about, own, wallTimes('dtstart', about.zone, sessions[0].planned), undefined, [
          weekly(sessions, end),
          ...excluded
            .filter(({ planned }) => planned > sessions[0].planned)
            .map(({ planned }) => wallTimes('exdate', about.zone, planned)),
        ]),
        ...changed.map(session =>
          eventOf(about, own, startOf(session), session, [wallTimes('recurrence-id', about.zone, session.planned)]),
        ),
      ];
    }),
    ...held(out).map(session => alone(about, session)),
  ];
}

const alone = (about: About, session: Session) => eventOf(about, session.planned, startOf(session), session);

const isBefore = ({ startsAt }: Session, from: Temporal.Instant) => Temporal.Instant.compare(startsAt, from) < 0;

/** An exclusion of a day that never was would, for some programs, be one of the day before: the series is broken off there. */
function stretches(
  sessions: readonly Session[],
  lost: readonly Session[],
): readonly (readonly [sessions: readonly [Session, ...Session[]], lostBefore: string | undefined, isLast: boolean])[] {
  const days = lost.map(({ planned }) => planned.slice(0, 10));
  const found = Map.groupBy(sessions, ({ planned }) => days.findLast(day => day < planned));
  return [...found].flatMap(([lostBefore, [first, ...others]], index) =>
    first ? [[[first, ...others], lostBefore, index === found.size - 1] as const] : [],
  );
}

/** The clocks went over a whole day: Pacific/Apia, 30 December 2011. */
const isOfLostDay = ({ planned, startsAt, zone, clocks }: Session) =>
  clocks === 'gap' && startsAt.toZonedDateTimeISO(zone).toPlainDate().toString() !== planned.slice(0, 10);

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** It ends where what is known of breaks and clock changes ends, and is longer whenever it is fetched in a later month. */
function weekly(sessions: readonly Session[], end: Temporal.Instant): Property {
  const found = new Set(sessions.map(({ planned }) => Temporal.PlainDate.from(planned).dayOfWeek));
  const byday = days.filter((_, index) => found.has(index + 1));
  const [, , , until] = instant('until', end);
  return ['rrule', {}, 'recur', { freq: 'WEEKLY', byday, until }];
}

/** Two slots of a group may show the same time in different zones. */
const nameOf = ({ planned, zone }: Session) => `${planned} ${zone}`;

function parted<T>(all: readonly T[], isIn: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isIn), all.filter(one => !isIn(one))];
}
