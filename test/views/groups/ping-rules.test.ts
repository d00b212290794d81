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
    'admin/ping-form/session': 'Move the role ping',
  });
  expect(sizeOf(message)).toMatchObject({ repeatedIds: [] });
  expect(sizeOf(message).components).toBeLessThan(40);
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

test('a form opens with what holds now', () => {
  expect(JSON.stringify(pingRuleForm('session', usualRules))).toContain('"value":"15"');
  const digest = JSON.stringify(pingRuleForm('digest', usualRules));
  expect(digest).toContain('{"label":"Sunday","value":"Sunday","default":true}');
  expect(digest).toContain('"value":"18:00"');
});
