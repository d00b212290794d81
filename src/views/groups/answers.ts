/** What a member who said whether they come can expect, or why it makes no sense any more. */
import type { AnswerOutcome } from '../../domain/groups/answering.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Expected } from '../../domain/groups/reminding.ts';
import type { Session } from '../../domain/groups/session.ts';
import { button, card, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { offWords } from './off.ts';
import { comingButton, notComingButton } from './pings/buttons.ts';
import { leadWords } from './reminders.ts';
import { clocksLine, sessionTime, wallTime } from './when.ts';

export function answerMessage(outcome: AnswerOutcome, _locale: Locale): Message {
  switch (outcome.kind) {
    case 'answered':
      return outcome.isComing ? comingMessage(outcome) : notComingMessage(outcome);
    case 'off':
      return card('notice', [
        text(`### ${escaped(outcome.group.title)}`, offWords(outcome.session), nextLine(outcome.next)),
        nextRow(outcome.next),
      ]);
    case 'over':
      return card('notice', [
        text(
          '### This meeting is over',
          `${escaped(outcome.group.title)} met ${timestamp(outcome.session.startsAt, 'weekday')}.`,
          nextLine(outcome.next),
        ),
        nextRow(outcome.next),
      ]);
    case 'unknown-session':
      return unknownSessionMessage(outcome.group, outcome.next);
    case 'unknown-group':
      return unknownGroupMessage();
  }
}

type Answered = Extract<AnswerOutcome, { kind: 'answered' }>;

function comingMessage({ group, session, isMember, zone, reminder, call }: Answered): Message {
  return card('done', [
    text(
      `## ✅ See you at ${escaped(group.title)}`,
      sessionTime(session),
      zone !== undefined && zone !== session.zone && `-# ${wallTime(session.startsAt, zone)}, your own zone`,
      clocksLine(session),
      reminderLine(reminder, isMember ? call : undefined),
      !isMember && group.kind === 'study-group' && 'You are not in this group yet. Join it, and its ping reaches you.',
    ),
    row(
      !isMember && group.kind === 'study-group' && button('Join the group', `group/join/${group.key}`, 'primary'),
      notComingButton(session, 'I can’t come'),
      reminder.kind !== 'off-here' && reminder.kind !== 'resting' && button('My reminders', 'me/reminders'),
      reminder.kind === 'resting' && button('My rest', 'me/rest'),
    ),
  ]);
}

function notComingMessage({ group, session }: Answered): Message {
  return card('plain', [
    text(
      '## 👌 Noted, you can’t come',
      `${escaped(group.title)} meets ${timestamp(session.startsAt, 'weekday')} without you. You get no reminder for it.`,
      '-# Nobody is told by name. Changed your mind? Press **I’m coming**.',
    ),
    row(comingButton(session)),
  ]);
}

/** @param call minutes before the start at which they are called with the group; undefined: not any more. */
function reminderLine(reminder: Expected, call: number | undefined): string {
  switch (reminder.kind) {
    case 'reminded':
      return `🔔 I remind you ${timestamp(reminder.at, 'ago')}, ${reminder.where === 'dm' ? 'by direct message' : 'in the meeting’s thread'}.`;
    case 'passed':
      return `🔔 The time of your reminder for this meeting has passed.${call === undefined ? '' : ` The group is pinged ${call === 0 ? 'at' : `${leadWords(call)} before`} the start.`}`;
    case 'off':
      return '🔕 You have turned your reminders off.';
    case 'resting':
      return '🌿 You rest then, so I don’t remind you. If you come all the same, it counts.';
    case 'off-here':
      return '🔕 The organisers have turned reminders off here.';
  }
}

export function unknownSessionMessage(group: Group, next: Session | undefined): Message {
  return card('notice', [
    text(
      `### ${escaped(group.title)} does not meet then any more`,
      'The group’s times were changed since that message was posted. Nothing was saved.',
      nextLine(next),
    ),
    nextRow(next),
  ]);
}

export function unknownGroupMessage(): Message {
  return card('notice', [
    text('### This group does not meet any more', 'It has ended, or was never here. Nothing was saved.'),
    row(button('See all groups', 'group/list', 'primary')),
  ]);
}

export function nextLine(next: Session | undefined): string {
  return next
    ? `Its next meeting: ${sessionTime(next)}, ${timestamp(next.startsAt, 'ago')}.`
    : 'No meeting is planned.';
}

function nextRow(next: Session | undefined) {
  return next && row(comingButton(next), button('All groups', 'group/list'));
}
