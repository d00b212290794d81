import { expect, test } from 'vitest';
import { byDay, daysOf, type Happening } from '../../../src/domain/groups/rehearsal.ts';
import { at } from '../../support/builders.ts';

test.each([
  ['7', 7],
  [' 31 ', 31],
  ['0', undefined],
  ['32', undefined],
  ['1.5', undefined],
  ['a week', undefined],
  ['', undefined],
])('%j days are %j', (typed, days) => {
  expect(daysOf(typed)).toBe(days);
});

test('what happens is sorted by the community’s days, not by those of UTC', () => {
  const ping = (instant: string): Happening => ({
    kind: 'ping',
    at: at(instant),
    title: 'G',
    zone: 'UTC',
    ping: { groupKey: 'g', occurrence: 'o', kind: 'session', audience: 'role' },
  });
  const found = byDay('Asia/Kolkata', [ping('2027-03-01T20:00:00Z'), ping('2027-03-01T12:00:00Z')], [], []);
  expect(found.map(({ date, happenings }) => [date, happenings.length])).toEqual([
    ['2027-03-01', 1],
    ['2027-03-02', 1],
  ]);
});
