import { expect, test } from 'vitest';
import type { Explanation, PastPing } from '../../../src/domain/groups/explain.ts';
import { clockChangesOf, nextPings } from '../../../src/domain/groups/explain.ts';
import { type PingKind, usualRules } from '../../../src/domain/groups/ping.ts';
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

test('each ping has the reader’s time, the group’s and UTC, and for whom it is', () => {
  const words = textOf(explainMessage(explained(), 'en'));
  expect(words).toContain(
    '🔔 **Role ping** · <t:1806252300:F>\n-# 18:45 in Europe/Berlin · 16:45 UTC · to <@&9> in <#7>',
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

const became = (kind: PingKind, outcome: PastPing['became'], occurrence = '2027-03-01T19:00') =>
  pastLines(
    {
      ping: { groupKey: 'g', occurrence, kind, audience: 'role', dueAt: thursday, expiresAt: thursday },
      became: outcome,
    },
    '1',
  ).join('\n');

test.each([
  ['on time', 'session', 1, '2027-03-01T19:00', '✅', 'sent once at <t:1805976060:t>'],
  ['late', 'session', 4, '2027-03-01T19:00', '⏰', 'sent once at <t:1805976240:t>, late by 4 min'],
  ['very late', 'week-plan', 200, '2027-03-01', '⏰', 'sent once at <t:1805988000:t>, late by 3 h'],
  ['due by a change', 'session', 30, '2027-03-01T19:00~1', '✅', 'sent once at <t:1805977800:t>'],
] as const)('what was said %s tells so', (_, kind, minutes, occurrence, sign, words) => {
  expect(became(kind, { kind: 'sent', at: thursday.add({ minutes }) }, occurrence)).toMatch(
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
