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
    ['sequence', {}, 'integer', sequenceOf(written)] as const,
    start,
    ['duration', {}, 'duration', Temporal.Duration.from({ minutes }).toString()] as const,
    ...more,
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

const firstYear = Temporal.Instant.from('2026-01-01T00:00Z');

/** The same instant in seconds, so that it rises whenever anything changes, also back to what it was. */
function sequenceOf(written: Temporal.Instant): number {
  return Math.max(0, Math.floor(firstYear.until(written).total('seconds')));
}

function latest(a: Temporal.Instant, b: Temporal.Instant | undefined): Temporal.Instant {
  return b && Temporal.Instant.compare(b, a) > 0 ? b : a;
}
