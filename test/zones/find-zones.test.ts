/** What people type for a time zone, and which zones they are offered. */
import { expect, test } from 'vitest';
import { describeZone, findZones, nearestZones, soleZone } from '../../src/zones/find-zones.ts';
import { at } from '../support/builders.ts';

const winter = at('2027-01-15T12:00:00Z');
const summer = at('2027-07-15T12:00:00Z');
const found = (typed: string, now = winter) => findZones(typed, now).map(({ zone }) => zone);

test.each([
  ['New York', 'America/New_York'],
  ['new_york', 'America/New_York'],
  ['boston', 'America/New_York'],
  ['Germany', 'Europe/Berlin'],
  ['München', 'Europe/Berlin'],
  ['munchen', 'Europe/Berlin'],
  ['sao paulo', 'America/Sao_Paulo'],
  ['Bombay', 'Asia/Kolkata'],
  ['Calcutta', 'Asia/Kolkata'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Kiev', 'Europe/Kyiv'],
  ['Kyiv', 'Europe/Kyiv'],
  ['Saigon', 'Asia/Ho_Chi_Minh'],
  ['UK', 'Europe/London'],
  ['USA', 'America/New_York'],
  ['india', 'Asia/Kolkata'],
  ['Detroit', 'America/Detroit'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['PST', 'America/Los_Angeles'],
  ['CET', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['gmt', 'Europe/London'],
  ['Sidney', 'Australia/Sydney'],
  ['Amsterdm', 'Europe/Amsterdam'],
  ['Casablanca', 'Africa/Casablanca'],
])('"%s" offers %s first', (typed, zone) => {
  expect(found(typed)[0]).toBe(zone);
});

test('"EST" offers the cities that go by it, with what their clocks show now, and never an offset', () => {
  const matches = findZones('EST', summer);
  expect(matches.map(({ zone }) => zone)).toEqual(
    expect.arrayContaining(['America/New_York', 'America/Toronto', 'America/Jamaica']),
  );
  expect(matches.slice(0, 2)).toEqual([
    {
      zone: 'America/New_York',
      city: 'New York',
      country: 'United States',
      name: 'Eastern Time',
      clock: Temporal.PlainDateTime.from('2027-07-15T08:00'),
    },
    {
      zone: 'America/Toronto',
      city: 'Toronto',
      country: 'Canada',
      name: 'Eastern Time',
      clock: Temporal.PlainDateTime.from('2027-07-15T08:00'),
    },
  ]);
  expect(matches.find(({ zone }) => zone === 'America/Jamaica')?.clock.hour).toBe(7);
  expect(matches.every(({ zone }) => /^[A-Z]\w+\/[A-Z]/.test(zone) && !zone.startsWith('Etc/'))).toBe(true);
});

test('an offset offers the cities that are so far ahead just now', () => {
  expect(found('+2', summer)).toContain('Europe/Berlin');
  expect(found('UTC+02:00', winter)).not.toContain('Europe/Berlin');
  expect(found('UTC+02:00', winter)).toContain('Europe/Kyiv');
  expect(found('GMT-5')).toContain('America/New_York');
  expect(found('+05:30')[0]).toBe('Asia/Kolkata');
});

test.each([
  ['Roma', 'Europe/Rome'],
  ['Praha', 'Europe/Prague'],
  ['Napoli', 'Europe/Rome'],
  ['Genf', 'Europe/Zurich'],
  ['genève', 'Europe/Zurich'],
  ['NYC', 'America/New_York'],
  ['California', 'America/Los_Angeles'],
  ['Bangalore', 'Asia/Kolkata'],
  ['Wien', 'Europe/Vienna'],
  ['Київ', 'Europe/Kyiv'],
  ['Frankfurt', 'Europe/Berlin'],
  ['JST', 'Asia/Tokyo'],
])('"%s" is %s and nothing else', (typed, zone) => {
  expect(soleZone(typed)).toBe(zone);
});

// A typing error, the beginning of a word, two letters, or a name that two zones go by.
test.each([
  'Lecco',
  'Verona',
  'Como',
  'Amsterdm',
  'mumb',
  'LA',
  'Texas',
  'Georgia',
  'Washington',
  'San Jose',
  'EST',
  'germany',
  '+05:45',
  '',
  ' ',
])('"%s" is left open, however few zones it finds', typed => {
  expect(soleZone(typed)).toBeUndefined();
});

test('one city that is typed gives its name to what is offered', () => {
  expect(findZones('mumb', winter)[0]).toMatchObject({ zone: 'Asia/Kolkata', city: 'Mumbai', country: 'India' });
});

test('nothing typed offers zones all over the world, and no list is longer than Discord takes', () => {
  expect(found('')).toHaveLength(25);
  expect(found(' ')).toContain('UTC');
  expect(found('america')).toHaveLength(25);
  expect(new Set(found('united states')).size).toBe(found('united states').length);
});

test('what matches nothing still has something near', () => {
  expect(findZones('Berlnxx', winter)).toEqual([]);
  expect(nearestZones('Berlnxx', winter, 3)).toHaveLength(3);
  expect(nearestZones('Berlnxx', winter, 3)[0]?.zone).toBe('Europe/Berlin');
  expect(nearestZones('EST', winter, 3).map(({ city }) => city)).toEqual(['New York', 'Toronto', 'Jamaica']);
});

test('a zone is described by city and country', () => {
  expect(describeZone('America/Argentina/Buenos_Aires', winter)).toMatchObject({
    city: 'Buenos Aires',
    country: 'Argentina',
    clock: Temporal.PlainDateTime.from('2027-01-15T09:00'),
  });
  expect(describeZone('Antarctica/Vostok', winter).city).toBe('Vostok');
});
