/**
 * A zone's clock changes over some time, each written out with its date. Rules ("the last Sunday of March") would be shorter,
 * but no rule fits Casablanca, whose clocks follow Ramadan, and what libraries bring along knows neither it nor Apia's
 * lost day. Programs that know the IANA name use their own data; the others have exactly ours.
 */
import { type Component, type Property, text } from './jcal.ts';

export function timeZone(zone: string, from: Temporal.Instant, until: Temporal.Instant): Component {
  const changes = [...changesOf(zone, from, until)];
  const least = Math.min(...changes.map(({ to }) => to));
  return [
    'vtimezone',
    [text('tzid', zone)],
    changes.map(({ wall, from, to }): Component => {
      const properties: Property[] = [
        // By the clock before the change.
        ['dtstart', {}, 'date-time', wall.toString({ smallestUnit: 'second' })],
        ['tzoffsetfrom', {}, 'utc-offset', offset(from)],
        ['tzoffsetto', {}, 'utc-offset', offset(to)],
        text('tzname', `UTC${offset(to)}`),
      ];
      return [to > least ? 'daylight' : 'standard', properties, []];
    }),
  ];
}

interface Change {
  readonly wall: Temporal.PlainDateTime;
  /** Nanoseconds east of Greenwich. */
  readonly from: number;
  readonly to: number;
}

/** Before it, offsets had seconds, and nobody asks. */
const longAgo = Temporal.PlainDateTime.from('1970-01-01T00:00');

/** The one that holds at the beginning, and all until the end. */
function* changesOf(zone: string, from: Temporal.Instant, until: Temporal.Instant): Generator<Change> {
  const start = from.toZonedDateTimeISO(zone);
  let change = start.getTimeZoneTransition('previous');
  if (!change || change.year < longAgo.year) {
    yield { wall: longAgo, from: start.offsetNanoseconds, to: start.offsetNanoseconds };
    change = start.getTimeZoneTransition('next');
  }
  for (; change && change.epochNanoseconds < until.epochNanoseconds; change = change.getTimeZoneTransition('next')) {
    const { offsetNanoseconds: to } = change;
    const { offsetNanoseconds: from } = change.subtract({ nanoseconds: 1 });
    yield { wall: change.toPlainDateTime().add({ nanoseconds: from - to }), from, to };
  }
}

/** "+05:30" */
function offset(nanoseconds: number): string {
  const minutes = Math.abs(nanoseconds) / 60_000_000_000;
  const parts = [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0'));
  return `${nanoseconds < 0 ? '-' : '+'}${parts.join(':')}`;
}
