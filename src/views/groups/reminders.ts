/** How a member is reminded of meetings they said they come to. */
import {
  leads,
  type ReminderChoice,
  type ReminderSettings,
  type ReminderWhere,
} from '../../domain/groups/reminding.ts';
import { button, card, row, text } from '../card.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';

/** "15 minutes", "1 hour", "2 days". */
export function leadWords(minutes: number): string {
  if (minutes % (24 * 60) === 0 && minutes > 24 * 60) return `${minutes / (24 * 60)} days`;
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

/** By what is sent: what is shown. */
export const leadChoices = Object.fromEntries(leads.map(lead => [String(lead), `${leadWords(lead)} before`]));
export const whereChoices = {
  thread: 'In the meeting’s thread',
  dm: 'By direct message',
  off: 'Not at all',
} as const satisfies Record<ReminderWhere, string>;

/** What was picked in an option, read again. */
export function pickedReminder(lead: string | undefined, where: ReminderWhere | undefined): Partial<ReminderChoice> {
  return { ...(lead === undefined ? {} : { lead: Number(lead) }), ...(where === undefined ? {} : { where }) };
}

export function remindersMessage(
  {
    settings,
    isChanged,
    isDmTriedAgain,
  }: { readonly settings: ReminderSettings; readonly isChanged: boolean; readonly isDmTriedAgain: boolean },
  _locale: Locale,
): Message {
  const { lead, where, isDmClosed } = settings;
  return card(isChanged ? 'done' : 'plain', [
    text(
      `## 🔔 ${isChanged ? 'Saved' : 'Your reminders'}`,
      where === 'off'
        ? 'You get no reminder of your own. The group’s own ping before a meeting stays: its role brings it.'
        : `**${leadWords(lead)} before** a meeting you said you come to, **${where === 'dm' ? 'by direct message' : 'in its thread'}**.`,
      where === 'dm' && isDmClosed
        ? '⚠️ My last message did not reach you, so reminders come in the thread. Allow direct messages from this server’s members, then choose “By direct message” again.'
        : undefined,
      where === 'dm' && !isDmClosed
        ? `-# ${isDmTriedAgain ? 'I try direct messages again. ' : ''}If you close your direct messages, the reminder comes in the thread instead.`
        : undefined,
      '-# Only meetings for which you pressed “I’m coming” are reminded of. Change it with `/me reminders`.',
    ),
    row(
      where !== 'off' && button('No reminders', 'me/reminders/off'),
      where !== 'thread' && button('In the thread', 'me/reminders/thread', where === 'off' ? 'primary' : 'secondary'),
      where !== 'dm' && button('By direct message', 'me/reminders/dm'),
      where === 'dm' && isDmClosed && button('Try direct messages again', 'me/reminders/dm', 'primary'),
    ),
  ]);
}
