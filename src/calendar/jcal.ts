/** iCalendar as arrays (jCal, RFC 7265), from which ical.js makes escaped and folded lines. */
import ICAL from 'ical.js';

type Value = string | number | Readonly<Record<string, unknown>>;

export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: readonly Value[],
];

export type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]];

// RFC 5545 §3.1: 75 octets with the blank that a folded line begins with, which ical.js does not count.
ICAL.foldLength = 74;

const productId = '-//Cairn//Study groups//EN';

/** No METHOD: that would make an invitation of it. */
export function calendarText(properties: readonly Property[], components: readonly Component[]): string {
  const calendar: Component = [
    'vcalendar',
    [text('prodid', productId), text('version', '2.0'), text('calscale', 'GREGORIAN'), ...properties],
    components,
  ];
  // It is typed as taking arrays that it may change, which it does not.
  return ICAL.stringify(calendar as unknown as unknown[]);
}

export const text = (name: string, value: string): Property => [name, {}, 'text', value];

/** Of a property that ical.js does not know: it would name its type, which is right but not what programs look for. */
export const newer = (name: string, value: string): Property => [
  name,
  {},
  'unknown',
  value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n'),
];

export const instant = (name: string, at: Temporal.Instant): Property => [
  name,
  {},
  'date-time',
  at.toString({ smallestUnit: 'second' }),
];

/** @param wall "2027-03-28T19:00", one or more, in the zone */
export function wallTimes(name: string, zone: string, ...walls: readonly string[]): Property {
  return isUtc(zone)
    ? [name, {}, 'date-time', ...walls.map(wall => `${wall}:00Z`)]
    : [name, { tzid: zone }, 'date-time', ...walls.map(wall => `${wall}:00`)];
}

/** Written with Z instead of a definition of its own: no program gets that wrong. */
export const isUtc = (zone: string) => /^(Etc\/)?(UTC|GMT|UCT|Zulu|Universal|Greenwich)$/i.test(zone);
