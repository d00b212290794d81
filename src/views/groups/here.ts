/** What became of "I'm here": noted, too early, too late, or not for the member to decide. */
import { checkIn, type HereOutcome } from '../../domain/groups/attendance.ts';
import type { Consistency } from '../../domain/groups/consistency.ts';
import { button, card, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { nextLine, unknownGroupMessage, unknownSessionMessage } from './answers.ts';
import { offWords } from './off.ts';
import { listed } from './when.ts';

export function hereMessage(outcome: HereOutcome, _locale: Locale): Message {
  switch (outcome.kind) {
    case 'unknown-group':
      return unknownGroupMessage();
    case 'unknown-session':
      return unknownSessionMessage(outcome.group, outcome.next);
    case 'here':
      return notedMessage(outcome);
    default:
      return card('notice', [
        text(...words(outcome)),
        row(
          outcome.kind === 'taken-back' &&
            outcome.isOpen &&
            button('I’m here after all', `group/here/${args(outcome)}`),
          outcome.kind === 'off' && button('My next meetings', 'group/next'),
        ),
      ]);
  }
}

type Noted = Extract<HereOutcome, { kind: 'here' }>;
type Refused = Exclude<HereOutcome, { kind: 'here' | 'unknown-group' | 'unknown-session' }>;

function notedMessage(outcome: Noted): Message {
  const { group, isNew, isMember, consistency } = outcome;
  const canJoin = !isMember && group.kind === 'study-group';
  return card('done', [
    text(
      isNew
        ? `## 👋 Good to see you at ${escaped(group.title)}`
        : `### ✅ You are noted at ${escaped(group.title)} already`,
      consistency && `That makes **${consistencyWords(consistency)}**.`,
      canJoin && 'You are not in this group yet. Join it, and its ping reaches you.',
    ),
    row(
      canJoin && button('Join the group', `group/join/${group.key}`, 'primary'),
      button('What it covers', `group/agenda/${group.key}`),
      button('Undo', `group/away/${args(outcome)}`),
    ),
  ]);
}

function words(outcome: Refused): readonly (string | undefined)[] {
  const { group, session } = outcome;
  const title = escaped(group.title);
  switch (outcome.kind) {
    case 'too-early':
      return [
        '### A little early',
        `“I’m here” for ${title} opens ${timestamp(outcome.opensAt, 'ago')}, at ${timestamp(outcome.opensAt, 'time')}: ${checkIn.opensBefore} minutes before the start.`,
      ];
    case 'closed':
      return [
        '### Checking in is over',
        `It closed at ${timestamp(outcome.closedAt, 'time')}, ${checkIn.closesAfter} minutes after ${title} began.`,
        `Were you there? ${askHost(outcome.hosts)} to note it.`,
      ];
    case 'decided':
      return ['### A host has noted this already', `If it is wrong, ${askHost(outcome.hosts, 'ask')} to change it.`];
    case 'off':
      return [`### ${title}`, offWords(session), nextLine(outcome.next)];
    case 'taken-back':
      return ['### Taken back', `You are not noted at ${title}, ${timestamp(session.startsAt, 'weekday')}.`];
    case 'not-noted':
      return ['### Nothing to take back', `You were not noted at ${title}, ${timestamp(session.startsAt, 'weekday')}.`];
  }
}

/** "4 of your last 5 weeks". */
export function consistencyWords({ attended, of }: Consistency): string {
  if (of === 1) return attended === 1 ? 'your first week' : '0 of your last 1 week';
  return `${attended} of your last ${of} weeks`;
}

/** "Ask @Ada", or the organisers where nobody hosts. */
export function askHost(hosts: readonly string[], ask = 'Ask'): string {
  const named = hosts.slice(0, 3).map(id => `<@${id}>`);
  return named.length > 0 ? `${ask} ${listed(named)}` : `${ask} an organiser`;
}

function args({ session: { groupKey, planned } }: Noted | Refused): string {
  return `${groupKey}/${planned}`;
}
