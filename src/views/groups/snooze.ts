/** A reminder was put off, or could not be. */
import type { SnoozeOutcome } from '../../domain/groups/snoozing.ts';
import { card, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { escaped } from '../text.ts';
import { offWords } from './off.ts';

/** Without buttons: it also stands in a direct message, where those of a server do not work. */
export function snoozeMessage(outcome: SnoozeOutcome, _locale: Locale): Message {
  const [title, ...lines] = words(outcome);
  return card(outcome.kind === 'snoozed' ? 'done' : 'notice', [text(`### ${title}`, ...lines)]);
}

function words(outcome: SnoozeOutcome): readonly (string | undefined)[] {
  if (outcome.kind === 'unknown-group')
    return ['This group does not meet any more', 'There is nothing to remind you of.'];
  const name = escaped(outcome.group.title);
  if (outcome.kind === 'unknown-session') return [`${name} does not meet then any more`, 'You get no reminder for it.'];
  const starts = timestamp(outcome.session.startsAt, 'ago');
  switch (outcome.kind) {
    case 'snoozed':
      return ['💤 I remind you again', `${timestamp(outcome.at, 'full')}, ${way(outcome)}. ${name} meets ${starts}.`];
    case 'already':
      return [
        '💤 Put off already',
        `I remind you again ${timestamp(outcome.at, 'full')}, ${way(outcome)}. ${name} meets ${starts}.`,
      ];
    case 'too-long':
      return ['That would be after the start', `${name} meets ${starts}, so this is the last reminder.`];
    case 'begun':
      return ['It has begun', `${name} met ${starts}: there is nothing to put off any more.`];
    case 'off':
      return [name, offWords(outcome.session), 'You get no further reminder for it.'];
    case 'not-coming':
      return [
        'You get no reminder for it',
        `You have not said that you come to ${name}, or you rest that day. It meets ${starts}.`,
      ];
    case 'unwanted':
      return [
        'You get no reminder for it',
        `You turned your reminders off; \`/me reminders\` brings them back. ${name} meets ${starts}.`,
      ];
    case 'off-here':
      return ['You get no reminder for it', `The organisers turned reminders off. ${name} meets ${starts}.`];
  }
}

const way = ({ where }: { readonly where: 'thread' | 'dm' }) =>
  where === 'dm' ? 'by direct message' : 'in its thread';
