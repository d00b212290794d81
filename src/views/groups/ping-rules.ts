/** What Cairn says by the calendar on this server, each kind with its switch; and what a change brings. */
import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { RuleChanged, RulesShown } from '../../domain/groups/changing-rules.ts';
import type { PingRules } from '../../domain/groups/ping.ts';
import { leadRanges, type MovableRule, type RuleName } from '../../domain/groups/ping-rules.ts';
import { beside, button, card, divider, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { leadWords } from './reminders.ts';
import { zoneName } from './when.ts';

/** In the order in which a week brings them. */
export const ruleNames = {
  weekPlan: 'The week’s plan',
  reminder: 'Reminders',
  session: 'Role ping',
  checkIn: 'Check-in',
  events: 'Events on Discord’s calendar',
  digest: 'Community digest',
} as const satisfies Record<RuleName, string>;

/** On buttons: on a phone two lines hold all of them. */
export const movableNames = {
  weekPlan: 'Plan',
  reminder: 'Reminders',
  session: 'Role ping',
  checkIn: 'Check-in',
  digest: 'Digest',
} as const satisfies Record<MovableRule, string>;

export function pingRulesMessage(
  { rules, zone, next }: RulesShown,
  ...above: readonly (string | undefined)[]
): Message {
  return card('plain', [
    above.length > 0 && text(...above),
    above.length > 0 && divider(),
    text('## 🔔 What I say by the calendar'),
    ...(Object.keys(ruleNames) as RuleName[]).map(rule => rulePiece(rule, rules, zone, next[rule])),
    divider(),
    text(
      '-# Always said: a session’s thread and agenda, and when one is skipped or moved. Members choose their own reminders with `/me reminders`.',
    ),
    text('**Move to another time:**'),
    row(...Object.entries(movableNames).map(([rule, name]) => button(name, `admin/ping-form/${rule}`))),
  ]);
}

function rulePiece(
  rule: RuleName,
  rules: PingRules,
  zone: string,
  next: RulesShown['next'][RuleName],
): APIComponentInContainer {
  const { on } = rules[rule];
  const toggle = button(on ? 'Switch off' : 'Switch on', `admin/ping-switch/${rule}/${on ? 'off' : 'on'}`);
  return beside(
    toggle,
    `${on ? '🟢' : '⚪'} **${ruleNames[rule]}**${on ? '' : ' · off'}`,
    about(rule, rules, zone),
    on && `-# ${nextLine(next)}`,
  );
}

function about(rule: RuleName, { weekPlan, reminder, session, checkIn, digest }: PingRules, zone: string): string {
  switch (rule) {
    case 'weekPlan':
      return `${weekPlan.day} ${weekPlan.at} in each group’s zone, in its channel`;
    case 'reminder':
      return `To those who said they come, ${leadWords(reminder.minutesBefore)} before or as they chose`;
    case 'session':
      return `${session.minutesBefore} minutes before the start, to the group’s role`;
    case 'checkIn':
      return `${checkInTime(checkIn.minutesBefore)}, in the session’s thread`;
    case 'events':
      return 'The next two weeks’ sessions; begun and ended on time in voice channels';
    case 'digest':
      return `${digest.day} ${digest.at} in ${zoneName(zone)}`;
  }
}

function checkInTime(minutesBefore: number): string {
  return minutesBefore === 0 ? 'At the start' : `${leadWords(minutesBefore)} before the start`;
}

function nextLine(next: RulesShown['next'][RuleName]): string {
  if (!next) return 'Nothing within two weeks';
  return `Next: ${timestamp(next.at, 'weekday')}${next.title === undefined ? '' : ` · ${escaped(clipped(next.title, 60))}`}`;
}

export function ruleChangedMessage(outcome: RuleChanged): Message {
  const { rule, shown } = outcome;
  switch (outcome.kind) {
    case 'changed':
      return pingRulesMessage(shown, ...changedLines(outcome));
    case 'unchanged':
      return pingRulesMessage(shown, `**${ruleNames[rule]}** is so already: nothing has changed.`);
    case 'no-minutes':
      return refused(
        rule,
        `“${escaped(clipped(outcome.typed, 40))}” is no lead I can keep.`,
        rule === 'session' || rule === 'checkIn' ? rangeWords(rule) : 'Pick one from the list.',
      );
    case 'no-day':
      return refused(
        rule,
        `“${escaped(clipped(outcome.typed, 40))}” is no day of the week.`,
        'Pick one from the list.',
      );
    case 'no-time':
      return refused(
        rule,
        `“${escaped(clipped(outcome.typed, 40))}” is no time of day.`,
        'Give it as the clock on the wall shows it, from 00:00 to 23:59, for example 09:00.',
      );
  }
}

function rangeWords(rule: keyof typeof leadRanges): string {
  const { fewest, most } = leadRanges[rule];
  return `Give whole minutes from ${fewest} to ${most}, for example ${rule === 'session' ? 15 : 5}.`;
}

function changedLines({ rule, shown }: RuleChanged): readonly (string | undefined)[] {
  const { rules, next, zone } = shown;
  const it = `**${ruleNames[rule]}**`;
  if (!rules[rule].on)
    return [`✅ ${it} is switched off on this server.`, '-# What waits to be said is left out as well.'];
  const soon = next[rule];
  return [
    `✅ ${it}: ${decapitalised(about(rule, rules, zone))}.`,
    soon ? `The next one comes ${timestamp(soon.at, 'ago')}.` : 'Nothing of it is due within two weeks.',
  ];
}

/** Days keep their capital. */
function decapitalised(words: string): string {
  return /^(To|At|The) /.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function refused(rule: RuleName, ...lines: readonly string[]): Message {
  return card('notice', [
    text('### Nothing has changed', ...lines),
    row(button('Try again', `admin/ping-form/${rule}`, 'primary'), button('Show all', 'admin/pings')),
  ]);
}
