/** A reminder is for whoever said in time that they come. */
import { expect, test } from 'vitest';
import type { Group } from '../../../src/domain/groups/group.ts';
import { type Comer, type Ping, pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';

const group: Group = {
  key: 'readers',
  title: 'Readers',
  kind: 'study-group',
  paths: [],
  channel: 'readers',
  slots: [{ day: 'Monday', at: '19:00', minutes: 60, zone: 'UTC' }],
  isProposed: false,
};
const since = (text: string) => Temporal.Instant.from(text);
const [from, until] = [since('2027-03-26T00:00Z'), since('2027-03-29T20:00Z')];

function pings(...comers: readonly Comer[]): readonly Ping[] {
  const plan = { group, exceptions: noExceptions, rules: usualRules, comers: () => comers, hasVoice: false };
  return pingsOf(plan, from, until);
}

const reminders = (...comers: readonly Comer[]) =>
  pings(...comers).flatMap(({ kind, audience }) => (kind === 'reminder' ? audience : []));

test('whoever said so after its time gets none; whoever did before, or at that moment, does', () => {
  const ada = { userId: '1', lead: 60, where: 'dm' } as const;
  expect(reminders({ ...ada, since: since('2027-03-29T18:01Z') })).toEqual([]);
  expect(reminders({ ...ada, since: since('2027-03-29T18:00Z') })).toEqual(['1']);
  expect(reminders(ada)).toEqual(['1']);
});

test('one who was late does not keep the others from being reminded', () => {
  const [early, late] = [since('2027-03-27T12:00Z'), since('2027-03-28T19:01Z')];
  const inThread = { lead: 24 * 60, where: 'thread' } as const;
  expect(reminders({ ...inThread, userId: '1', since: early }, { ...inThread, userId: '2', since: late })).toEqual([
    'thread-1440',
  ]);
});

test('the thread is open by the earliest reminder in it', () => {
  const early = { userId: '1', lead: 2 * 24 * 60, since: since('2027-03-27T12:00Z') } as const;
  const opens = (where: Comer['where']) => pings({ ...early, where }).find(({ kind }) => kind === 'thread')?.dueAt;
  expect(opens('thread')).toEqual(since('2027-03-27T19:00Z'));
  expect(opens('dm')).toEqual(since('2027-03-28T19:00Z'));
});
