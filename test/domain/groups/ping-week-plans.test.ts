/** A week's plan is for a week in which the group meets. */
import { expect, test } from 'vitest';
import type { Group, Slot } from '../../../src/domain/groups/group.ts';
import { pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { type Break, type Exceptions, noExceptions, type SessionChange } from '../../../src/domain/groups/session.ts';
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

/** Mondays at 19:00 and the week's plan at 09:00, both in UTC. */
const paused = (notedAt: string, more: Partial<Break> = {}): Exceptions => ({
  changes: new Map(),
  breaks: [{ kind: 'paused', from: '2027-03-29', notedAt: at(notedAt), ...more }],
});

test('a pause that was told before has no week’s plan while it lasts, however long; one just noted has', () => {
  expect(weekPlans(paused('2027-03-28T20:00:00Z'))).toEqual(['2027-03-22']);
  expect(weekPlans(paused('2027-03-28T20:00:00Z', { until: '2027-03-31' }))).toEqual(['2027-03-22', '2027-04-05']);
  expect(weekPlans(paused('2027-03-29T08:00:00Z'))).toEqual(['2027-03-22', '2027-03-29']);
});

test('it comes again from the Monday on before which the pause was lifted, not in the week that had begun', () => {
  expect(weekPlans(paused('2027-03-28T20:00:00Z', { liftedAt: at('2027-03-29T15:00:00Z') }))).toEqual([
    '2027-03-22',
    '2027-04-05',
  ]);
  expect(weekPlans(paused('2027-03-28T20:00:00Z', { liftedAt: at('2027-03-29T08:00:00Z') }))).toHaveLength(3);
});

test('a week of which only a part is paused has one, and a holiday has, and a meeting that was skipped in a pause', () => {
  const twice: Group = { ...group, slots: [...group.slots, { ...group.slots[0], day: 'Friday' } as Slot] };
  expect(weekPlans(paused('2027-03-28T20:00:00Z', { until: '2027-03-31' }), twice)).toContain('2027-03-29');
  expect(weekPlans(paused('2027-03-28T20:00:00Z', { kind: 'holiday' }))).toHaveLength(3);
  const change = { planned, kind: 'skipped', revision: 1 } as const;
  const skipped = { ...paused('2027-03-28T20:00:00Z'), changes: new Map([[planned, change]]) };
  expect(weekPlans(skipped)).toEqual(['2027-03-22', '2027-03-29']);
});

test('a meeting held in spite of the pause brings the plan of its week, unless that week had begun', () => {
  const held = (changedAt: string): Exceptions => ({
    ...paused('2027-03-28T20:00:00Z'),
    changes: new Map([[planned, { planned, kind: 'held', revision: 1, changedAt: at(changedAt) }]]),
  });
  expect(weekPlans(held('2027-03-29T08:00:00Z'))).toEqual(['2027-03-22', '2027-03-29']);
  expect(weekPlans(held('2027-03-29T12:00:00Z'))).toEqual(['2027-03-22']);
});

test('a meeting moved out of a week before it began brings no plan of that week, wherever it is moved afterwards', () => {
  const again = (more: Partial<SessionChange>): Exceptions => {
    const was = '2027-04-06T19:00';
    const change = {
      planned,
      kind: 'moved',
      was,
      revision: 2,
      changedAt: at('2027-03-29T12:00:00Z'),
      ...more,
    } as const;
    return { changes: new Map([[planned, change]]), breaks: [] };
  };
  expect(weekPlans(again({ to: '2027-04-07T19:00' }))).toEqual(['2027-03-22', '2027-04-05']);
  expect(weekPlans(again({ kind: 'held' }))).toEqual(['2027-03-22', '2027-04-05']);
  expect(weekPlans(again({ kind: 'held', was: '2027-03-30T19:00' }))).toContain('2027-03-29');
});
