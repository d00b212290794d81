/** One event of a calendar: a series, a session that differs from its series, or one that stands by itself. */
import type { Session } from '../domain/groups/session.ts';
import type { CalendarGroup } from './calendar.ts';
import { type Component, instant, type Property, text, wallTimes } from './jcal.ts';
import { descriptionOf, titleOf } from './wording.ts';

export interface About {
  readonly one: CalendarGroup;
  readonly guildId: string;
  /** From when on it was written like this, had nobody changed anything. */
  readonly since: Temporal.Instant;
  readonly zone: string;
  /** "19:00" */
  readonly at: string;
  readonly minutes: number;
}

/** @param name what its UID begins with @param session absent: all of a series */
export function eventOf(
  about: About,
  name: string,
  start: Property,
  session?: Session,
  more: readonly Property[] = [],
): Component {
  const { one, guildId, zone, at, minutes } = about;
  const written = latest(about.since, one.changedAt);
  const properties = [
    text('uid', `${one.group.key}.${name}@${guildId}.cairn`),
    // Without a METHOD the same as the next, so that nothing differs between two fetches without a change.
    instant('dtstamp', written),
    instant('last-modified', written),
    start,
    ['duration', {}, 'duration', Temporal.Duration.from({ minutes }).toString()] as const,
    ...more,
    ['sequence', {}, 'integer', sequenceOf(about, session)] as const,
    text('status', session?.off ? 'CANCELLED' : 'CONFIRMED'),
    text('summary', titleOf(one, session)),
    text('description', descriptionOf(one, zone, at, session)),
    ...(one.place === undefined ? [] : [text('location', one.place)]),
    ...(one.link === undefined ? [] : [['url', {}, 'uri', one.link] as const]),
  ];
  return ['vevent', properties, []];
}

/** What the clock on the wall cannot name without doubt is written in UTC. */
export function startOf({ startsAt, zone, clocks }: Session): Property {
  return clocks
    ? instant('dtstart', startsAt)
    : wallTimes(
        'dtstart',
        zone,
        startsAt.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
      );
}

/** Never falls: months pass, and a session's revisions only grow. */
function sequenceOf({ one, since }: About, session: Session | undefined): number {
  const { year, month } = since.toZonedDateTimeISO('UTC');
  const revisions = [...one.exceptions.changes.values()].map(({ revision }) => revision);
  const changes = revisions.reduce((sum, revision) => sum + revision, 0);
  return Math.max(0, (year - 2026) * 12 + month) + changes + (session?.off ? 1 : 0);
}

function latest(a: Temporal.Instant, b: Temporal.Instant | undefined): Temporal.Instant {
  return b && Temporal.Instant.compare(b, a) > 0 ? b : a;
}
