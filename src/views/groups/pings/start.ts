/** Shortly before the start: the group's role is called. At the start: who is here? */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import { escaped } from '../../text.ts';
import { clocksLine, sessionTime } from '../when.ts';
import { hereButton, hereTag } from './buttons.ts';
import { lateLine, type Places, type Posted, placesLine } from './posted.ts';

type Start = Extract<OpenedPing, { kind: 'session' | 'check-in' }>;

/** @param roleId whom it calls; undefined: nobody, where the role is not there. */
export function callPost({ group, session, lateBy }: Start, roleId: string | undefined, places: Places): Posted {
  return {
    tag: hereTag(session, 'session'),
    message: {
      ...card('done', [
        text(
          `### 🔔 ${escaped(group.title)} meets`,
          roleId && `<@&${roleId}>`,
          `${sessionTime(session)} · ${timestamp(session.startsAt, 'ago')}`,
          clocksLine(session),
          placesLine(places),
          lateLine(lateBy),
        ),
        row(hereButton(session, 'session')),
      ]),
      ...(roleId ? { rolePings: [roleId] } : {}),
    },
  };
}

/** How long after the start "I'm here" is taken, in minutes. */
const stillHere = 30;

export function checkInPost({ group, session, lateBy }: Start, places: Places): Posted {
  return {
    tag: hereTag(session, 'check-in'),
    message: card('done', [
      text(
        `### 👋 ${escaped(group.title)} begins`,
        `Who is here? Press the button until ${timestamp(session.startsAt.add({ minutes: stillHere }), 'time')}, and this week counts for you.`,
        placesLine(places),
        lateLine(lateBy),
      ),
      row(hereButton(session, 'check-in')),
    ]),
  };
}
