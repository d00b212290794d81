/** A feed: the meetings of some groups over the months around now. */
import type { Calendar } from './calendar.ts';
import { calendarText, isUtc, newer, type Property } from './jcal.ts';
import { eventsOf, margin } from './series.ts';
import { timeZone } from './time-zone.ts';

/** How often programs should fetch it; Google decides by itself and takes up to a day. */
const refresh = 'PT1H';

export function groupCalendar({ name, guildId, groups, months }: Calendar): string {
  const zones = new Set(groups.flatMap(({ group }) => group.slots.map(({ zone }) => zone)));
  const properties: Property[] = [
    newer('name', name),
    newer('x-wr-calname', name),
    ['refresh-interval', {}, 'duration', refresh],
    newer('x-published-ttl', refresh),
  ];
  return calendarText(properties, [
    ...[...zones]
      .filter(zone => !isUtc(zone))
      .sort()
      .map(zone => timeZone(zone, months.from.subtract(margin), months.until.add(margin))),
    ...groups.flatMap(one => eventsOf(one, guildId, months)),
  ]);
}
