/** The thread of a session: its name, and the agenda with which it begins. */
import { weekdays } from '../../../domain/community.ts';
import type { Group } from '../../../domain/groups/group.ts';
import type { OpenedPing } from '../../../domain/groups/opened-ping.ts';
import { dateTimeOf, type Session } from '../../../domain/groups/session.ts';
import { card, row, text } from '../../card.ts';
import { timestamp } from '../../figures.ts';
import type { Locale } from '../../locale.ts';
import type { Message } from '../../message.ts';
import { clipped, escaped } from '../../text.ts';
import { agendaLines } from '../agenda.ts';
import { clocksLine, plainTime, sessionTime, shortDate } from '../when.ts';
import { comingButton, notComingButton } from './buttons.ts';
import { type Places, placesLine } from './lines.ts';

const longestName = 100;

/** "New Graduates · Mon 28 Mar"; with the time where the group meets twice that day, or may, as the session was moved. */
export function threadName({ title, slots }: Group, session: Session): string {
  const planned = dateTimeOf(session.planned);
  const day = planned && weekdays[planned.dayOfWeek - 1];
  const isOneOfSeveral = slots.filter(slot => slot.day === day).length > 1;
  const date = session.startsAt.toZonedDateTimeISO(session.zone).toPlainDate();
  const when = isOneOfSeveral || session.movedFrom ? plainTime(session) : shortDate(date);
  return `${clipped(title, longestName - when.length - 3)} · ${when}`;
}

export function agendaPost(
  { group, session, agenda }: Extract<OpenedPing, { kind: 'thread' }>,
  places: Places,
  locale: Locale,
): Message {
  return card('path', [
    text(
      `## 🧭 ${escaped(group.title)}`,
      `${sessionTime(session)} · ${timestamp(session.startsAt, 'ago')}`,
      [`${session.minutes} minutes`, placesLine(places)].filter(Boolean).join(' · '),
      clocksLine(session),
    ),
    agenda && text(...agendaLines(agenda, locale)),
    row(comingButton(session), notComingButton(session)),
    text('-# Say whether you come: it helps the others plan. `/me reminders` sets when and where you are reminded.'),
  ]);
}
