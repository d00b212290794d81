/** The days of a holiday or pause are those that somebody means, however they write them. */
import { expect, test } from 'vitest';
import { readBreak } from '../../../src/domain/groups/break-asked.ts';

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22');

test.each([
  // Without a last day it is that day, whatever it is called.
  ['tomorrow', undefined, '2026-11-23', '2026-11-23'],
  ['1 week', undefined, '2026-11-29', '2026-11-29'],
  ['Friday', undefined, '2026-11-27', '2026-11-27'],
  ['24 Dec', undefined, '2026-12-24', '2026-12-24'],
  ['tomorrow', 'tomorrow', '2026-11-23', '2026-11-23'],
  ['today', 'tomorrow', '2026-11-22', '2026-11-23'],
  ['24/12/2026', '12/31/2026', '2026-12-24', '2026-12-31'],
  // Spans, weekdays and dates without a year are those after the first day.
  ['21 Dec', '2 weeks', '2026-12-21', '2027-01-04'],
  ['21 Dec', 'Friday', '2026-12-21', '2026-12-25'],
  ['21 Dec', '3 Jan', '2026-12-21', '2027-01-03'],
  // It has begun already: its last day lies ahead.
  ['2026-11-16', '1 week', '2026-11-16', '2026-11-29'],
])('a holiday from %s until %s is from %s to %s', (from, until, first, last) => {
  expect(readBreak({ from, until }, 'holiday', today)).toEqual({ kind: 'days', from: first, until: last });
});

test('a pause without a last day lasts until it is lifted', () => {
  expect(readBreak({}, 'paused', today)).toEqual({ kind: 'days', from: '2026-11-22' });
});

test.each([
  ['3/12/2026', '24/12/2026', '3/12/2026', ['2026-12-03', '2026-03-12']],
  ['24/12/2026', '1/2/2027', '1/2/2027', ['2027-02-01', '2027-01-02']],
])('of a holiday from %s until %s nobody can tell which day %s is', (from, until, typed, either) => {
  expect(readBreak({ from, until }, 'holiday', today)).toEqual({ kind: 'either-day', typed, either });
});

test('what is tomorrow cannot be the last day of what begins later', () => {
  expect(readBreak({ from: '21 Dec', until: 'tomorrow' }, 'holiday', today)).toMatchObject({ kind: 'backwards' });
});
