/** To those who said they come: in the session's thread, or as a direct message to whoever chose that. */
import type { OpenedPing, Reminded } from '../../../domain/groups/opened-ping.ts';
import type { Session } from '../../../domain/groups/session.ts';
import { button, card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { notComingButton } from './buttons.ts';
import { lateLine, type Places, placesLine } from './lines.ts';

export type Reminder = Extract<OpenedPing, { kind: 'reminder' }>;
export type DirectReminder = Omit<Reminder, 'to'> & { readonly to: Extract<Reminded, { where: 'dm' }> };

export type ThreadReminder = Omit<Reminder, 'to'> & { readonly to: Extract<Reminded, { where: 'thread' }> };

interface Here {
  readonly guildId: string;
  readonly now: Temporal.Instant;
}

/** @param userIds of those who are mentioned. */
export function reminderPost(
  { group, session, to, lateBy }: ThreadReminder,
  userIds: readonly string[],
  here: Here,
): Message {
  return card(
    'path',
    [
      text(
        `### ⏰ ${escaped(group.title)} meets`,
        `${sessionTime(session)} · ${timestamp(session.startsAt, 'ago')}`,
        clocksLine(session),
        `See you there: ${userIds.map(id => `<@${id}>`).join(' ')}`,
        lateLine(lateBy),
      ),
      row(notComingButton(session, 'I can’t come after all'), ...snoozeButtons(session, to.times, here)),
    ],
    userIds,
  );
}

/** Minutes by which it can be put off; the last for whoever wanted to hear of it at the last moment. */
const snoozes = [
  { minutes: 60, label: 'Again in 1 hour' },
  { minutes: 24 * 60, label: 'Again in 1 day' },
] as const;
const shortSnooze = { minutes: 5, label: 'Again in 5 minutes' };

/** What still fits before the start. A press in a direct message does not say on which server: the button does. */
function snoozeButtons(session: Session, times: number, { guildId, now }: Here) {
  const left = now.until(session.startsAt).total('minutes');
  const fitting = snoozes.filter(({ minutes }) => minutes < left);
  return (fitting.length > 0 ? fitting : [shortSnooze]).map(({ minutes, label }) =>
    button(label, `me/snooze/${session.groupKey}/${session.planned}/${minutes}/${guildId}/${times}`),
  );
}

export function directReminderPost(
  { group, session, to, lateBy }: DirectReminder,
  { server, ...here }: Here & { readonly server: string },
  places: Places,
): Message {
  return card('path', [
    text(
      `### ⏰ ${escaped(group.title)} meets`,
      `${sessionTime(session)} · ${timestamp(session.startsAt, 'ago')}`,
      clocksLine(session),
      placesLine(places),
      `-# On ${escaped(server)}. You said you come.`,
      lateLine(lateBy),
    ),
    row(...snoozeButtons(session, to.times, here)),
  ]);
}

/** In the thread, ringing nobody's phone: they wanted direct messages and do not take any. */
export function closedDmsPost({ group, session }: DirectReminder, userId: string): Message {
  return {
    ...card(
      'plain',
      [
        text(
          `<@${userId}>, ${escaped(group.title)} meets ${timestamp(session.startsAt, 'ago')}, ${sessionTime(session)}.`,
          'You wanted to hear it by direct message, but Discord does not let me write to you. From now on I remind you in the threads. Once you take messages from this server’s members, `/me reminders` brings it back.',
        ),
        row(notComingButton(session, 'I can’t come after all')),
      ],
      [userId],
    ),
    isSilent: true,
  };
}
