/** A feed: the meetings of some groups over the months around now. */
import type { Calendar } from './calendar.ts';
import { calendarText, isUtc, newer, type Property } from './jcal.ts';
import { eventsOf, margin } from './series.ts';
import { timeZone } from './time-zone.ts';

/** How often programs should fetch it; Google decides by itself and takes up to a day. */
const refresh = 'PT1H';

export function groupCalendar({ name, guildId, zone, groups, months }: Calendar): string {
  const events = groups.flatMap(one => eventsOf(one, guildId, months));
  const own = groups.flatMap(({ group }) => group.slots.map(slot => slot.zone)).filter(one => !isUtc(one));
  // RFC 5545 §3.6: one component at least, also where nothing meets.
  const zones = new Set(events.length > 0 ? own : [zone]);
  const properties: Property[] = [
    newer('name', name),
    newer('x-wr-calname', name),
    ['refresh-interval', {}, 'duration', refresh],
    newer('x-published-ttl', refresh),
  ];
  return calendarText(properties, [
    ...[...zones].sort().map(one => timeZone(one, months.from.subtract(margin), months.until.add(margin))),
    ...events,
  ]);
}
