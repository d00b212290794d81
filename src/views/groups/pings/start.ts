/** Shortly before the start: the group's role is called. At the start, or little before it: who is here? */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { hereButton } from './buttons.ts';
import { lateLine, type Places, placesLine } from './lines.ts';

type Start = Extract<OpenedPing, { kind: 'session' | 'check-in' }>;

/** @param roleId whom it calls; undefined: nobody, where the role is not there. */
export function callPost({ group, session, lateBy }: Start, roleId: string | undefined, places: Places): Message {
  return {
    ...card('done', [
      text(
        `### 🔔 ${escaped(group.title)} meets`,
        roleId && `<@&${roleId}>`,
        `${sessionTime(session)} · ${timestamp(session.startsAt, 'ago')}`,
        clocksLine(session),
        placesLine(places),
        lateLine(lateBy),
      ),
      row(hereButton(session)),
    ]),
    ...(roleId ? { rolePings: [roleId] } : {}),
  };
}

/** How long after the start "I'm here" is taken, in minutes. */
const stillHere = 30;

export function checkInPost({ group, session, lateBy }: Start, places: Places, now: Temporal.Instant): Message {
  const isAhead = Temporal.Instant.compare(now, session.startsAt) < 0;
  return card('done', [
    text(
      `### 👋 ${escaped(group.title)} begins${isAhead ? ` ${timestamp(session.startsAt, 'ago')}` : ''}`,
      `Who is here${isAhead ? ' already' : ''}? Press the button until ${timestamp(session.startsAt.add({ minutes: stillHere }), 'time')}, and this week counts for you.`,
      placesLine(places),
      lateLine(lateBy),
    ),
    row(hereButton(session)),
  ]);
}
