import { expect, test } from 'vitest';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { pingRuleForm } from '../../../src/views/groups/ping-rule-form.ts';
import { pingRulesMessage, ruleChangedMessage } from '../../../src/views/groups/ping-rules.ts';
import { at } from '../../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../../support/read-message.ts';

const shown = {
  rules: { ...usualRules, digest: { on: false, day: 'Sunday', at: '18:00' } },
  zone: 'America/New_York',
  next: { session: { at: at('2027-03-01T12:00:00Z'), title: 'New *Graduates*' } },
} as const;

test('each kind says whether it is on, when it comes and what its button does', () => {
  const message = pingRulesMessage(shown);
  const words = textOf(message);
  expect(words).toContain(
    '🟢 **Role ping**\n15 minutes before the start, to the group’s role\n-# Next: <t:1803902400:F> · New \\*Graduates\\*',
  );
  expect(words).toContain('⚪ **Community digest** · off\nSunday 18:00 in America/New York');
  expect(buttonsOf(message)).toMatchObject({
    'admin/ping-switch/session/off': 'Switch off',
    'admin/ping-switch/digest/on': 'Switch on',
    'admin/ping-form/weekPlan': 'Plan',
    'admin/ping-form/reminder': 'Reminders',
    'admin/ping-form/session': 'Role ping',
    'admin/ping-form/checkIn': 'Check-in',
    'admin/ping-form/digest': 'Digest',
  });
  expect(sizeOf(message)).toMatchObject({ repeatedIds: [] });
  expect(sizeOf(message).components).toBeLessThan(40);
});

test.each([
  [1440, 0, '24 hours before or as they chose', 'At the start, in the session’s thread'],
  [2880, 1, '2 days before or as they chose', '1 minute before the start, in the session’s thread'],
  [60, 10, '1 hour before or as they chose', '10 minutes before the start, in the session’s thread'],
])('reminders come %j minutes before and the check-in %j, in words', (lead, ahead, reminder, checkIn) => {
  const rules = {
    ...usualRules,
    reminder: { on: true, minutesBefore: lead },
    checkIn: { on: true, minutesBefore: ahead },
  };
  const words = textOf(pingRulesMessage({ ...shown, rules }));
  expect(words).toContain(`🟢 **Reminders**\nTo those who said they come, ${reminder}\n`);
  expect(words).toContain(`🟢 **Check-in**\n${checkIn}\n`);
});

test('a change says what comes next by it, a switch that nothing does', () => {
  const moved = ruleChangedMessage({ kind: 'changed', rules: usualRules, rule: 'session', shown });
  expect(textOf(moved)).toContain(
    '✅ **Role ping**: 15 minutes before the start, to the group’s role.\nThe next one comes <t:1803902400:R>.',
  );
  const off = ruleChangedMessage({ kind: 'changed', rules: shown.rules, rule: 'digest', shown });
  expect(textOf(off)).toContain('✅ **Community digest** is switched off on this server.');
});

test('what cannot be is given back with what would be possible, and the way to try again', () => {
  const message = ruleChangedMessage({ kind: 'no-minutes', typed: '`90`', rule: 'session', shown });
  expect(textOf(message)).toContain('Nothing has changed');
  expect(textOf(message)).toContain('Give whole minutes from 5 to 60, for example 15.');
  expect(buttonsOf(message)).toEqual({ 'admin/ping-form/session': 'Try again', 'admin/pings': 'Show all' });
});

test.each([
  ['checkIn', 'Give whole minutes from 0 to 10, for example 5.'],
  ['reminder', 'Pick one from the list.'],
] as const)('%s that cannot come then is told when it can', (rule, can) => {
  const message = ruleChangedMessage({ kind: 'no-minutes', typed: '90', rule, shown });
  expect(textOf(message)).toContain(`“90” is no lead I can keep.\n${can}`);
  expect(buttonsOf(message)).toHaveProperty([`admin/ping-form/${rule}`], 'Try again');
});

test('a form opens with what holds now', () => {
  expect(JSON.stringify(pingRuleForm('checkIn', usualRules))).toContain('"value":"0"');
  const reminder = JSON.stringify(pingRuleForm('reminder', usualRules));
  expect(reminder.match(/"label":"[^"]* before","value":"\d+","default":(true|false)/g)).toEqual([
    '"label":"15 minutes before","value":"15","default":false',
    '"label":"1 hour before","value":"60","default":false',
    '"label":"3 hours before","value":"180","default":false',
    '"label":"24 hours before","value":"1440","default":true',
    '"label":"2 days before","value":"2880","default":false',
  ]);
  expect(JSON.stringify(pingRuleForm('session', usualRules))).toContain('"value":"15"');
  const digest = JSON.stringify(pingRuleForm('digest', usualRules));
  expect(digest).toContain('{"label":"Sunday","value":"Sunday","default":true}');
  expect(digest).toContain('"value":"18:00"');
});
