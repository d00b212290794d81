import { expect, test } from 'vitest';
import { decideRule } from '../../../src/domain/groups/changing-rules.ts';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { rulesOf, storedOf, timeOf } from '../../../src/domain/groups/ping-rules.ts';

test('nothing stored means as usual', () => {
  expect(rulesOf(undefined)).toEqual(usualRules);
  expect(storedOf(usualRules)).toEqual({});
});

test('only what differs is stored, and comes back', () => {
  const rules = {
    ...usualRules,
    session: { on: true, minutesBefore: 30 },
    digest: { on: false, day: 'Monday', at: '08:00' },
  } as const;
  const stored = { session: { minutesBefore: 30 }, digest: { on: false, day: 'Monday', at: '08:00' } };
  expect(storedOf(rules)).toEqual(stored);
  expect(rulesOf(JSON.parse(JSON.stringify(stored)))).toEqual(rules);
});

test.each([
  ['no record', 'off'],
  ['another shape', { session: 15, digest: null }],
  ['values that no rule has', { session: { minutesBefore: 500 }, weekPlan: { day: 'Caturday', at: '25:00', on: 1 } }],
])('what is stored and no longer understood is as usual: %s', (_, stored) => {
  expect(rulesOf(stored)).toEqual(usualRules);
});

test.each([
  ['9:00', '09:00'],
  [' 09:00 ', '09:00'],
  ['17.30', '17:30'],
  ['24:00', undefined],
  ['9', undefined],
  ['9 pm', undefined],
])('the time %j is read as %j', (typed, time) => {
  expect(timeOf(typed)).toBe(time);
});

test('a switch changes that rule alone, and the same switch again nothing', () => {
  const off = decideRule(usualRules, { kind: 'switch', rule: 'checkIn', on: false });
  expect(off).toEqual({ kind: 'changed', rules: { ...usualRules, checkIn: { on: false } } });
  expect(decideRule(usualRules, { kind: 'switch', rule: 'checkIn', on: true })).toEqual({ kind: 'unchanged' });
});

test.each(['4', '61', '15.5', 'a quarter', '', '-15'])('the role ping does not come %j minutes before', minutes => {
  expect(decideRule(usualRules, { kind: 'lead', rule: 'session', minutes })).toEqual({
    kind: 'no-minutes',
    typed: minutes,
  });
});

test.each([
  ['5', 5],
  [' 60 ', 60],
])('the role ping may come %j minutes before', (minutes, minutesBefore) => {
  expect(decideRule(usualRules, { kind: 'lead', rule: 'session', minutes })).toEqual({
    kind: 'changed',
    rules: { ...usualRules, session: { on: true, minutesBefore } },
  });
});

test('the week’s plan moves to another day and time, if both are there', () => {
  expect(decideRule(usualRules, { kind: 'week', rule: 'weekPlan', day: 'Sunday', at: '8:15' })).toEqual({
    kind: 'changed',
    rules: { ...usualRules, weekPlan: { on: true, day: 'Sunday', at: '08:15' } },
  });
  expect(decideRule(usualRules, { kind: 'week', rule: 'digest', day: 'sunday', at: '8:15' })).toEqual({
    kind: 'no-day',
    typed: 'sunday',
  });
  expect(decideRule(usualRules, { kind: 'week', rule: 'digest', day: 'Sunday', at: 'noon' })).toEqual({
    kind: 'no-time',
    typed: 'noon',
  });
});
