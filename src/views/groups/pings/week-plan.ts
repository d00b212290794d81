/** Monday morning: when the group meets this week, who hosts, what is off and why. */
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import type { Session } from '../../../domain/groups/session.ts';
import { card, divider, row, text } from '../../card.ts';
import type { Message } from '../../message.ts';
import { escaped } from '../../text.ts';
import { offWords } from '../off.ts';
import { clocksLine, listed, plainTime, sessionTime, shortDate } from '../when.ts';
import { comingButton, listButton } from './buttons.ts';
import { lateLine } from './lines.ts';

type WeekPlan = Extract<OpenedPing, { kind: 'week-plan' }>;

/** A row takes five buttons; who meets more often has the others in the threads. */
const mostButtons = 5;
/** Of hosts more would fill the line. */
const mostHosts = 5;

export function weekPlanPost({ group, sessions, next, hosts, lateBy }: WeekPlan): Message {
  const held = sessions.filter(({ off }) => !off);
  const answerable = [...held, ...(held.length === 0 && next ? [next] : [])].slice(0, mostButtons);
  const days = new Set(answerable.map(dayOf));
  // A button can't show the reader's own time, so it names none where the day will do.
  const nameOf = days.size === answerable.length ? dayOf : plainTime;
  return card('path', [
    text(
      `## 📅 ${escaped(group.title)} this week`,
      held.length === 0 && 'No meeting this week.',
      hosts.length > 0 && `-# Hosted by ${listed(hosts.slice(0, mostHosts).map(id => `<@${id}>`))}`,
      lateLine(lateBy),
    ),
    divider(),
    ...sessions.map(session => text(...linesOf(session))),
    held.length === 0 && next && text(`Next: ${sessionTime(next)}`),
    row(
      ...answerable.map(session =>
        comingButton(session, answerable.length > 1 ? `Coming ${nameOf(session)}` : 'I’m coming'),
      ),
      answerable.length === 0 && listButton(),
    ),
  ]);
}

function dayOf({ startsAt, zone }: Session): string {
  return shortDate(startsAt.toZonedDateTimeISO(zone).toPlainDate());
}

function linesOf(session: Session): readonly (string | undefined)[] {
  if (session.off) return [offWords(session)];
  const { movedFrom, zone } = session;
  return [
    `**${sessionTime(session)}** · ${session.minutes} min`,
    movedFrom && `Moved from ${plainTime({ startsAt: movedFrom, zone })}.`,
    clocksLine(session),
  ];
}
