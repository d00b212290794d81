/** When a group meets, in words: each reader's own time by Discord's timestamps, and the group's on its wall. */
import { weekdays } from '../../domain/community.ts';
import type { Slot } from '../../domain/groups/group.ts';
import { shortDate, shortDay } from '../../domain/groups/naming.ts';
import { dateTimeOf, type Session } from '../../domain/groups/session.ts';
import { timestamp } from '../figures.ts';
import { escaped } from '../text.ts';

export { plainTime, shortDate, shortDay } from '../../domain/groups/naming.ts';

/** "Thu 24 Dec 2026", also where a date is chosen from a list. */
export function day(date: string): string {
  const read = Temporal.PlainDate.from(date);
  return `${shortDate(read)} ${read.year}`;
}

/** "Europe/Berlin", "America/New York". */
export function zoneName(zone: string): string {
  return escaped(zone.replaceAll('_', ' '));
}

/** "19:00 in Europe/Berlin". */
export function wallTime(at: Temporal.Instant, zone: string): string {
  return `${at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })} in ${zoneName(zone)}`;
}

/** "<t:…:F> (19:00 in Europe/Berlin)". */
export function sessionTime({ startsAt, zone }: Pick<Session, 'startsAt' | 'zone'>): string {
  return `${timestamp(startsAt, 'weekday')} (${wallTime(startsAt, zone)})`;
}

/** What daylight saving does to the session; undefined: nothing. */
export function clocksLine({ clocks, planned, startsAt, zone, movedFrom }: Session): string | undefined {
  if (!clocks) return undefined;
  const starts = startsAt.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  if (clocks === 'overlap') return `🕰️ The clocks go back: ${starts} comes twice, and the first one counts.`;
  const asked = movedFrom ? undefined : dateTimeOf(planned)?.toPlainTime().toString({ smallestUnit: 'minute' });
  return `🕰️ The clocks go forward${asked ? ` over ${asked}` : ''}: it starts at ${starts}.`;
}

/** "Mon and Wed 19:00 · 60 min · Europe/Berlin", a line for each time of day. */
export function slotLines(slots: readonly Slot[]): readonly string[] {
  const alike = Map.groupBy(slots, ({ at, minutes, zone }) => `${at} ${minutes} ${zone}`);
  return [...alike.values()].flatMap(same => {
    const [first] = same;
    if (!first) return [];
    const days = same.map(({ day }) => day).sort((a, b) => weekdays.indexOf(a) - weekdays.indexOf(b));
    return [`${listed(days.map(shortDay))} ${first.at} · ${first.minutes} min · ${zoneName(first.zone)}`];
  });
}

/** "Mon", "Mon and Wed", "Mon, Wed and Fri". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
