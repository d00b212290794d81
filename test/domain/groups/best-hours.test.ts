/** At which hours a group is awake: aggregates of five or more, by the worst day of four weeks. */
import { expect, test } from 'vitest';
import { bestHours } from '../../../src/domain/groups/best-hours.ts';
import { at } from '../../support/builders.ts';

const winter = at('2027-01-15');

test('of four members nothing is told but how many are missing', () => {
  const zones = ['Europe/Berlin', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'];
  expect(bestHours(zones, 'Europe/Berlin', winter)).toEqual({ kind: 'too-few', missing: 1 });
  expect(bestHours([], 'Europe/Berlin', winter)).toEqual({ kind: 'too-few', missing: 5 });
});

test('five in one place are awake from 8 to 22 by their clock, told by the group’s', () => {
  const zones = Array.from({ length: 5 }, () => 'Asia/Kolkata');
  expect(bestHours(zones, 'Asia/Kolkata', winter)).toMatchObject({
    known: 5,
    best: [{ from: '08:00', until: '22:00', awake: 5 }],
  });
  // 4½ hours behind: whole hours of the group's clock in which they are awake throughout.
  expect(bestHours(zones, 'Europe/Berlin', winter)).toMatchObject({
    best: [{ from: '04:00', until: '17:00', awake: 5 }],
  });
});

test('of two continents the hours that suit all come first, then those that suit five at least', () => {
  const zones = ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'America/New_York'];
  expect(bestHours(zones, 'Europe/Berlin', winter)).toEqual({
    kind: 'hours',
    zone: 'Europe/Berlin',
    known: 5,
    best: [{ from: '14:00', until: '22:00', awake: 5 }],
  });
  const more = [...zones, 'Europe/Berlin', 'Europe/Berlin'];
  expect(bestHours(more, 'Europe/Berlin', winter)).toMatchObject({
    known: 7,
    best: [
      { from: '14:00', until: '22:00', awake: 7 },
      { from: '08:00', until: '14:00', awake: 5 },
    ],
  });
});

test('where the clocks change at different times within four weeks, an hour counts as it is on the worst day', () => {
  const zones = ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'America/New_York'];
  // New York is an hour nearer from 14 to 28 March 2027.
  const best = (date: string) => bestHours(zones, 'America/New_York', at(date));
  expect(best('2027-01-15')).toMatchObject({ best: [{ from: '08:00', until: '16:00', awake: 5 }] });
  expect(best('2027-03-10')).toMatchObject({ best: [{ from: '08:00', until: '16:00', awake: 5 }] });
  expect(bestHours(zones, 'Europe/Berlin', at('2027-03-10'))).toMatchObject({
    best: [{ from: '14:00', until: '22:00', awake: 5 }],
  });
  expect(bestHours(zones, 'UTC', at('2027-03-10'))).toMatchObject({
    best: [{ from: '13:00', until: '20:00', awake: 5 }],
  });
});
