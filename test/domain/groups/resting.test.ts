import { expect, test } from 'vitest';
import { decideRest, readDate, restsOn } from '../../../src/domain/groups/resting.ts';
import { at } from '../../support/builders.ts';

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22');

test.each([
  ['2026-12-24', '2026-12-24'],
  ['24.12.', '2026-12-24'],
  ['24.12.2027', '2027-12-24'],
  ['24. 12. 2027', '2027-12-24'],
  ['24/12/2026', '2026-12-24'],
  ['12/24/2026', '2026-12-24'],
  ['3 Jan', '2027-01-03'],
  ['Jan 3rd', '2027-01-03'],
  ['3 January, 2028', '2028-01-03'],
  ['22 Nov', '2026-11-22'],
  ['21 Nov', '2027-11-21'],
  ['today', '2026-11-22'],
  [' Tomorrow ', '2026-11-23'],
  ['friday', '2026-11-27'],
  ['Sun', '2026-11-22'],
  ['2 weeks', '2026-12-06'],
  ['for 10 days', '2026-12-02'],
  ['1 month', '2026-12-22'],
])('%s is read as %s', (typed, date) => {
  expect(String(readDate(typed, today))).toBe(date);
});

test.each([
  '',
  'soon',
  '30 Feb',
  '2026-02-30',
  '31.31.',
  '12/24',
  '3/4/2027',
  '31/2/2027',
  'frisday',
  '1 ja',
  '-1 days',
])('%j is no date', typed => {
  expect(readDate(typed, today)).toBeUndefined();
});

test('a rest lies ahead, in order, and is no longer than a year', () => {
  expect(decideRest({ until: '6 Dec' }, today)).toEqual({
    kind: 'rest',
    rest: { from: '2026-11-22', until: '2026-12-06' },
  });
  // Counted from the day it begins.
  expect(decideRest({ from: '20 Dec', until: '2 weeks' }, today)).toEqual({
    kind: 'rest',
    rest: { from: '2026-12-20', until: '2027-01-03' },
  });
  // But for what is said of today.
  expect(decideRest({ from: 'tomorrow', until: 'tomorrow' }, today)).toEqual({
    kind: 'rest',
    rest: { from: '2026-11-23', until: '2026-11-23' },
  });
  expect(decideRest({ until: '2026-11-21' }, today)).toEqual({ kind: 'past', until: '2026-11-21' });
  expect(decideRest({ from: '2026-12-10', until: '2026-12-09' }, today)).toMatchObject({ kind: 'backwards' });
  expect(decideRest({ until: '2028-12-01' }, today)).toMatchObject({ kind: 'too-long' });
  expect(decideRest({ until: '3/12/2026' }, today)).toMatchObject({
    kind: 'either-day',
    either: ['2026-12-03', '2026-03-12'],
  });
  expect(decideRest({ until: 'soon' }, today)).toEqual({ kind: 'unreadable', typed: 'soon' });
  expect(decideRest({ from: 'whenever', until: '6 Dec' }, today)).toEqual({ kind: 'unreadable', typed: 'whenever' });
});

test('its first and its last day are days of rest; of the day on which it is lifted, what has begun', () => {
  const rests = [
    { from: '2026-11-22', until: '2026-11-24' },
    { from: '2026-12-01', until: '2026-12-31', liftedAt: at('2026-12-02T20:00:00Z') },
  ];
  const rested = ['2026-11-22T19:00', '2026-11-24T19:00', '2026-12-01T19:00', '2026-12-02T19:00'];
  const others = ['2026-11-21T19:00', '2026-11-25T19:00', '2026-12-02T20:00', '2026-12-03T19:00'];
  expect([...rested, ...others].filter(day => restsOn(rests, day, at(`${day}:00Z`)))).toEqual(rested);
});
