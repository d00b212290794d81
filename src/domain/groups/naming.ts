/** What a session is called where Discord paints no timestamp: on buttons, in suggestions, in the audit log. */
import { type Weekday, weekdays } from '../community.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function shortDay(day: Weekday): string {
  return day.slice(0, 3);
}

/** "Mon 23 Nov". */
export function shortDate(date: Temporal.PlainDate): string {
  return `${shortDay(weekdays[date.dayOfWeek - 1] ?? 'Monday')} ${date.day} ${months[date.month - 1]}`;
}

/** "Mon 23 Nov, 19:00": in the group's zone. */
export function plainTime({ startsAt, zone }: Pick<Session, 'startsAt' | 'zone'>): string {
  const at = startsAt.toZonedDateTimeISO(zone);
  return `${shortDate(at.toPlainDate())}, ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** "New Graduates · Mon 23 Nov, 19:00". */
export function sessionName({ title }: Pick<Group, 'title'>, session: Session): string {
  return `${title} · ${plainTime(session)}`;
}
