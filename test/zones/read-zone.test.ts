import { expect, test } from 'vitest';
import { readZone } from '../../src/zones/read-zone.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  [' europe/berlin ', 'Europe/Berlin'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['US/Eastern', 'America/New_York'],
  ['America/Detroit', 'America/Detroit'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['Europe/Stockholm', 'Europe/Stockholm'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['utc', 'UTC'],
  ['Etc/UTC', 'UTC'],
])('"%s" is the zone %s', (typed, zone) => {
  expect(readZone(typed)).toBe(zone);
});

test.each(['', 'Berlin', 'EST', 'EST5EDT', 'CET', 'GMT', 'Etc/GMT+5', '+02:00', 'UTC+2', 'Europe/Nowhere', '19:00/x'])(
  '"%s" is no zone',
  typed => {
    expect(readZone(typed)).toBeUndefined();
  },
);

test('every zone that Node knows by a city is one, and reading it again changes nothing', () => {
  const zones = Intl.supportedValuesOf('timeZone').filter(zone => zone.includes('/') && !zone.startsWith('Etc/'));
  const read = zones.map(zone => readZone(zone) ?? `${zone} is none`);
  expect(read.filter(zone => readZone(zone) !== zone)).toEqual([]);
});
