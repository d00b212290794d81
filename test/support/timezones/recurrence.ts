/** When a meeting takes place by RFC 5545, from ical.js and VTIMEZONE data: knows neither Temporal nor Cairn's rules. */
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

/** Milliseconds since 1970. */
export type Moment = number;

interface Onset {
  /** Wall time as if it were UTC, by the offset before. */
  readonly wall: Moment;
  readonly from: number;
  readonly to: number;
}

interface Zone {
  readonly ical: ICAL.Timezone;
  readonly onsets: readonly Onset[];
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`${name.replace('/', '-')}.ics`, import.meta.url), 'utf8');
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone');
  if (!component) throw new Error(`${name}.ics holds no VTIMEZONE`);
  const onsets = component.getAllSubcomponents().map(part => {
    const value = (property: string) => part.getFirstPropertyValue(property);
    return {
      wall: asIfUtc(value('dtstart') as ICAL.Time),
      from: (value('tzoffsetfrom') as ICAL.UtcOffset).toSeconds() * 1000,
      to: (value('tzoffsetto') as ICAL.UtcOffset).toSeconds() * 1000,
    };
  });
  const zone = { ical: new ICAL.Timezone({ component, tzid: name }), onsets };
  zones.set(name, zone);
  return zone;
}

function asIfUtc({ year, month, day, hour, minute, second }: ICAL.Time): Moment {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export interface Occurrence {
  /** "2027-03-28T02:30:00" */
  readonly wall: string;
  readonly at: Moment;
  /** The clocks skip the time or show it twice: ical.js was not asked. */
  readonly isOdd: boolean;
}

/** §3.3.5: "the DATE-TIME value refers to the first occurrence" and "is interpreted using the UTC offset before the gap". */
export function occurrenceAt(wall: string, zoneName: string): Occurrence {
  const { ical, onsets } = zoneOf(zoneName);
  const time = ICAL.Time.fromDateTimeString(wall);
  const shown = asIfUtc(time);
  const odd = onsets.find(onset => {
    const shift = onset.to - onset.from;
    return shown >= onset.wall + Math.min(0, shift) && shown < onset.wall + Math.max(0, shift);
  });
  if (odd) return { wall, at: shown - odd.from, isOdd: true };
  time.zone = ical;
  return { wall, at: time.toUnixTime() * 1000, isOdd: false };
}

/** Each from `from`'s day until before `until`'s, by the recurrence rule. @param time "19:00" */
export function occurrences(rule: string, time: string, zone: string, from: Moment, until: Moment): Occurrence[] {
  const start = ICAL.Time.fromDateTimeString(`${new Date(from).toISOString().slice(0, 10)}T${time}:00`);
  const days = ICAL.Recur.fromString(rule).iterator(start);
  const found: Occurrence[] = [];
  for (let next = days.next(); next && asIfUtc(next) < until; next = days.next())
    found.push(occurrenceAt(next.toString(), zone));
  return found;
}
