import { expect, test } from 'vitest';
import { decideRule } from '../../../src/domain/groups/changing-rules.ts';
import { pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { rulesOf, storedOf, timeOf } from '../../../src/domain/groups/ping-rules.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const now = at('2027-03-01T12:00:00Z');

test('nothing stored means as usual', () => {
  expect(rulesOf(undefined)).toEqual(usualRules);
  expect(storedOf(usualRules)).toEqual({});
});

test('only what differs is stored, and comes back', () => {
  const rules = {
    ...usualRules,
    reminder: { on: true, minutesBefore: 60, moves: [{ at: now, from: 1440 }] },
    session: { on: true, minutesBefore: 30 },
    checkIn: { on: true, minutesBefore: 10 },
    digest: { on: false, day: 'Monday', at: '08:00' },
  } as const;
  const stored = {
    reminder: { minutesBefore: 60, moves: [{ at: now, from: 1440 }] },
    session: { minutesBefore: 30 },
    checkIn: { minutesBefore: 10 },
    digest: { on: false, day: 'Monday', at: '08:00' },
  };
  expect(storedOf(rules)).toEqual(stored);
  expect(rulesOf(JSON.parse(JSON.stringify(stored)))).toEqual(rules);
});

test.each([
  ['no record', 'off'],
  ['another shape', { session: 15, digest: null, reminder: { moves: 'none' }, checkIn: { minutesBefore: '5' } }],
  ['values that no rule has', { session: { minutesBefore: 500 }, weekPlan: { day: 'Caturday', at: '25:00', on: 1 } }],
  ['leads that no rule has', { reminder: { minutesBefore: 90 }, checkIn: { minutesBefore: 11 } }],
  ['moves that nobody made', { reminder: { moves: [null, { at: 'then', from: 60 }, { at: now, from: 61 }] } }],
])('what is stored and no longer understood is as usual: %s', (_, stored) => {
  expect(rulesOf(stored)).toEqual(usualRules);
});

test('what was stored before these could be moved keeps its switch and comes as usual', () => {
  expect(rulesOf({ reminder: { on: false }, checkIn: { on: false } })).toEqual({
    ...usualRules,
    reminder: { on: false, minutesBefore: 1440 },
    checkIn: { on: false, minutesBefore: 0 },
  });
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
  const off = decideRule(usualRules, { kind: 'switch', rule: 'checkIn', on: false }, now);
  expect(off).toEqual({ kind: 'changed', rules: { ...usualRules, checkIn: { on: false, minutesBefore: 0 } } });
  expect(decideRule(usualRules, { kind: 'switch', rule: 'checkIn', on: true }, now)).toEqual({ kind: 'unchanged' });
});

test.each([
  ...(['4', '61', '15.5', 'a quarter', '', '-15'].map(minutes => ['session', minutes]) as ['session', string][]),
  ['checkIn', '11'],
  ['checkIn', '-1'],
  ['checkIn', ''],
  ['reminder', '90'],
  ['reminder', ''],
] as const)('%s does not come %j minutes before', (rule, minutes) => {
  expect(decideRule(usualRules, { kind: 'lead', rule, minutes }, now)).toEqual({ kind: 'no-minutes', typed: minutes });
});

test.each([
  ['session', '5', 5],
  ['session', ' 60 ', 60],
  ['checkIn', '10', 10],
  ['checkIn', '1', 1],
] as const)('%s may come %j minutes before', (rule, minutes, minutesBefore) => {
  expect(decideRule(usualRules, { kind: 'lead', rule, minutes }, now)).toEqual({
    kind: 'changed',
    rules: { ...usualRules, [rule]: { on: true, minutesBefore } },
  });
});

test('reminders moved keep in mind what held before; moved to where they are, nothing changes', () => {
  const moved = decideRule(usualRules, { kind: 'lead', rule: 'reminder', minutes: '2880' }, now);
  expect(moved).toEqual({
    kind: 'changed',
    rules: { ...usualRules, reminder: { on: true, minutesBefore: 2880, moves: [{ at: now, from: 1440 }] } },
  });
  const rules = moved.kind === 'changed' ? moved.rules : usualRules;
  expect(decideRule(rules, { kind: 'lead', rule: 'reminder', minutes: '2880' }, now)).toEqual({ kind: 'unchanged' });
});

test('the week’s plan moves to another day and time, if both are there', () => {
  expect(decideRule(usualRules, { kind: 'week', rule: 'weekPlan', day: 'Sunday', at: '8:15' }, now)).toEqual({
    kind: 'changed',
    rules: { ...usualRules, weekPlan: { on: true, day: 'Sunday', at: '08:15' } },
  });
  expect(decideRule(usualRules, { kind: 'week', rule: 'digest', day: 'sunday', at: '8:15' }, now)).toEqual({
    kind: 'no-day',
    typed: 'sunday',
  });
  expect(decideRule(usualRules, { kind: 'week', rule: 'digest', day: 'Sunday', at: 'noon' }, now)).toEqual({
    kind: 'no-time',
    typed: 'noon',
  });
});

test.each([
  [0, '18:00'],
  [10, '17:50'],
])('a check-in %j minutes before the start makes sense as long as “I’m here” counts', (minutesBefore, due) => {
  const plan = {
    group: {
      key: 'readers',
      title: 'Readers',
      kind: 'study-group',
      paths: [],
      channel: 'readers',
      slots: [{ day: 'Monday', at: '18:00', minutes: 60, zone: 'UTC' }],
      isProposed: false,
    },
    exceptions: noExceptions,
    rules: { ...usualRules, checkIn: { on: true, minutesBefore } },
    comers: () => [],
    hasVoice: false,
  } as const;
  const found = pingsOf(plan, now, now.add({ hours: 12 })).filter(({ kind }) => kind === 'check-in');
  expect(found.map(({ dueAt, expiresAt }) => `${dueAt} ${expiresAt}`)).toEqual([
    `2027-03-01T${due}:00Z 2027-03-01T18:30:00Z`,
  ]);
});
