/** A week's plan is for a week in which the group meets. */
import { expect, test } from 'vitest';
import type { Group } from '../../../src/domain/groups/group.ts';
import { pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { type Exceptions, noExceptions } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const group: Group = {
  key: 'readers',
  title: 'Readers',
  kind: 'study-group',
  paths: [],
  channel: 'readers',
  slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'UTC' }],
  isProposed: false,
};
const planned = '2027-03-29T19:00';
const [from, until] = [at('2027-03-20'), at('2027-04-08')];

function weekPlans(exceptions: Exceptions, of: Group = group, since = from, before = until): readonly string[] {
  const plan = { group: of, exceptions, rules: usualRules, comers: () => [], hasVoice: false };
  return pingsOf(plan, since, before).flatMap(({ kind, occurrence }) => (kind === 'week-plan' ? occurrence : []));
}

test('a week whose only session was moved out of it has none', () => {
  const change = { planned, kind: 'moved', to: '2027-04-06T19:00', revision: 1 } as const;
  expect(weekPlans(noExceptions)).toEqual(['2027-03-22', '2027-03-29', '2027-04-05']);
  expect(weekPlans({ changes: new Map([[planned, change]]), breaks: [] })).toEqual(['2027-03-22', '2027-04-05']);
});

test('a week whose only session is skipped has one: it says so', () => {
  const change = { planned, kind: 'skipped', revision: 1 } as const;
  expect(weekPlans({ changes: new Map([[planned, change]]), breaks: [] })).toContain('2027-03-29');
});

const berlin = (time: string): Group => ({
  ...group,
  slots: [{ day: 'Monday', at: time, minutes: 60, zone: 'Europe/Berlin' }],
});

test('a meeting just before the plan is in the week that ends with it, also where the clocks went back', () => {
  const [from, until] = [at('2027-10-12'), at('2027-11-02')];
  expect(weekPlans(noExceptions, berlin('08:30'), from, until)).toEqual(['2027-10-18', '2027-10-25', '2027-11-01']);
});

test('a meeting just after the plan is in no week before it, also where the clocks went forward', () => {
  const change = { planned: '2027-03-22T09:30', kind: 'moved', to: '2027-04-03T09:30', revision: 1 } as const;
  const moved: Exceptions = { changes: new Map([[change.planned, change]]), breaks: [] };
  const [from, until] = [at('2027-03-09'), at('2027-03-30')];
  expect(weekPlans(moved, berlin('09:30'), from, until)).toEqual(['2027-03-15', '2027-03-29']);
});
