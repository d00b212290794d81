import { expect, test } from 'vitest';
import type { Explanation, PastPing } from '../../../src/domain/groups/explain.ts';
import { clockChangesOf, nextPings } from '../../../src/domain/groups/explain.ts';
import { type PingKind, type PingPlan, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';
import { explainMessage } from '../../../src/views/groups/explain.ts';
import { pastLines } from '../../../src/views/groups/past-pings.ts';
import { reasonWords } from '../../../src/views/groups/ping-names.ts';
import { at } from '../../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const group = {
  key: 'g',
  title: 'Readers *of* papers',
  kind: 'study-group',
  paths: [],
  channel: 'c',
  isProposed: false,
  slots: [{ day: 'Sunday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
} as const;
const thursday = at('2027-03-25T12:00:00Z');
const plan = { group, exceptions: noExceptions, rules: usualRules, comers: () => [], hasVoice: false };

const explained = (more: Partial<Explanation> = {}) => ({
  kind: 'explained' as const,
  group,
  guildId: '1',
  at: { channel: '7', role: '9' },
  state: { kind: 'on' } as const,
  next: nextPings(plan, '1', thursday, 8),
  off: [],
  past: [],
  rulesOff: [],
  clocks: clockChangesOf(group, thursday),
  ...more,
});

const plannedReminder = {
  groupKey: 'g',
  occurrence: '2027-03-28T19:00',
  kind: 'reminder',
  audience: '1',
  dueAt: at('2027-03-28T16:30:00Z'),
  expiresAt: at('2027-03-28T17:00:00Z'),
} as const;

test('each ping has the reader’s time, the group’s and UTC, and for whom it is', () => {
  const words = textOf(explainMessage(explained(), 'en'));
  expect(words).toContain(
    '🔔 **Role ping** · <t:1806252300:F>\n-# Sun 18:45 in Europe/Berlin · 16:45 UTC · to <@&9> in <#7>',
  );
  expect(words).toContain('## 🔎 Readers \\*of\\* papers: what I say and when');
  expect(words).toContain('Nothing was due so far.');
});

test('the change of the clocks is said once, where it falls', () => {
  const words = textOf(explainMessage(explained(), 'en'));
  const change =
    '🕰️ The clocks in Europe/Berlin go forward on 28 March: 19:00 stays 19:00, one hour earlier in UTC (17:00 instead of 18:00).';
  expect(words.split(change)).toHaveLength(2);
  expect(words.indexOf(change)).toBeLessThan(words.indexOf('**Role ping**'));
});

const nightly = { ...group, slots: [{ ...group.slots[0], at: '02:30' }] } as const;
const told = (more: Partial<PingPlan>) => {
  const next = nextPings({ ...plan, ...more }, '1', thursday, 4);
  return textOf(explainMessage(explained({ group: more.group ?? group, next }), 'en'));
};

test('of a meeting in the gap it is said that the clocks skip it, and nothing that contradicts it', () => {
  const words = told({ group: nightly });
  expect(words).toContain('🕰️ The clocks go forward over 02:30: it starts at 03:30.');
  expect(words).not.toContain('stays');
});

test('a session that was moved once says nothing about the time of the others', () => {
  const change = { planned: '2027-03-28T19:00', kind: 'moved', to: '2027-03-28T20:15', revision: 1 } as const;
  const words = told({ exceptions: { changes: new Map([[change.planned, change]]), breaks: [] } });
  expect(words).toContain('Sun 20:00 in Europe/Berlin · 18:00 UTC');
  expect(words).toContain('19:00 stays 19:00, one hour earlier in UTC (17:00 instead of 18:00)');
  expect(words).not.toContain('20:15 stays');
});

test('where UTC has another day, both stand there', () => {
  const apia = { ...group, slots: [{ ...group.slots[0], at: '09:00', zone: 'Pacific/Apia' }] } as const;
  expect(told({ group: apia })).toContain('-# Sun 08:45 in Pacific/Apia · Sat 19:45 UTC');
});

test('a reminder that the member put off says so', () => {
  const ping = { ...plannedReminder, audience: '1+1' };
  const comers = () => [{ userId: '1', lead: 60, where: 'thread' } as const];
  const next = nextPings({ ...plan, comers }, '1', thursday, 8, { putOff: [ping] });
  expect(textOf(explainMessage(explained({ next }), 'en'))).toContain('to you, in the thread: you put it off');
});

test('where nothing is said, it stands above everything how to repair it', () => {
  const disabled = explainMessage(explained({ state: { kind: 'disabled', since: thursday } }), 'en');
  expect(textOf(disabled)).toContain(
    '⛔ **I say nothing for this group** since <t:1805976000:f>: its channel is gone.',
  );
  expect(textOf(disabled)).not.toContain('### Next');
  expect(textOf(explainMessage(explained({ rulesOff: ['session', 'checkIn'] }), 'en'))).toContain(
    '⚪ Switched off by the organisers: Role ping and Check-in.',
  );
});

const became = (kind: PingKind, outcome: PastPing['became']) =>
  pastLines(
    {
      ping: {
        groupKey: 'g',
        occurrence: '2027-03-01T19:00',
        kind,
        audience: 'role',
        dueAt: thursday,
        expiresAt: thursday,
      },
      became: outcome,
    },
    '1',
    'Europe/Berlin',
  ).join('\n');

test.each([
  ['on time', 'session', 1, undefined, '✅', 'sent once at <t:1805976060:t>'],
  ['late', 'session', 4, 4, '⏰', 'sent once at <t:1805976240:t>, late by 4 min'],
  ['very late', 'week-plan', 200, 200, '⏰', 'sent once at <t:1805988000:t>, late by 3 h'],
  ['as soon as a change made it due', 'session', 30, undefined, '✅', 'sent once at <t:1805977800:t>'],
  ['on the next day', 'thread', 20 * 60, 20 * 60, '⏰', 'sent once at <t:1806048000:f>, late by 20 h'],
] as const)('what was said %s tells so', (_, kind, minutes, lateBy, sign, words) => {
  const at = thursday.add({ minutes });
  expect(became(kind, { kind: 'sent', at, ...(lateBy && { lateBy }) })).toMatch(
    new RegExp(`^${sign} .*\n-# ${words}$`),
  );
});

test('what was not said tells why, with times that are the reader’s', () => {
  const reason = 'Cairn was not running from 2027-03-25T10:00Z to 2027-03-25T12:30Z';
  expect(became('session', { kind: 'suppressed', reason })).toContain(
    'suppressed because Cairn was not running from <t:1805968800:f> to <t:1805977800:f>',
  );
  expect(reasonWords('50035: `*a*` @everyone')).not.toMatch(/[^\\]\*|@everyone/);
});

test('a full page fits a message, and its buttons work on', () => {
  const sent: PastPing = {
    ping: {
      groupKey: 'g',
      occurrence: '2027-03-01T19:00',
      kind: 'week-plan',
      audience: 'channel',
      dueAt: thursday,
      expiresAt: thursday,
    },
    became: { kind: 'sent', at: thursday, channelId: '1575000000000000000', messageId: '1575000000000000000' },
  };
  const message = explainMessage(explained({ past: Array.from({ length: 8 }, () => sent) }), 'en');
  const { components, characters, repeatedIds } = sizeOf(message);
  expect(components).toBeLessThan(40);
  expect(characters).toBeLessThan(4000);
  expect(repeatedIds).toEqual([]);
  expect(buttonsOf(message)).toEqual({ 'schedule/explain/g': 'Look again', 'group/next/g': 'Next meetings' });
});
