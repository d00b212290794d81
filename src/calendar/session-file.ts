/** One session by itself, for who wants no feed. Opened again after a change, it takes the place of the first. */
import type { Session } from '../domain/groups/session.ts';
import type { CalendarGroup } from './calendar.ts';
import { eventOf } from './event.ts';
import { calendarText, instant } from './jcal.ts';

/** In UTC: it happens once, so that no rule of a zone is needed. @param now stands in it where nobody changed anything */
export function sessionFile(one: CalendarGroup, session: Session, guildId: string, now: Temporal.Instant): string {
  const { planned, zone, minutes, startsAt } = session;
  const about = { one, guildId, since: now, zone, at: planned.slice(11), minutes };
  return calendarText([], [eventOf(about, planned, instant('dtstart', startsAt), session)]);
}
