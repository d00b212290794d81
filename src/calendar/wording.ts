/** The words in a calendar: plain text, since each program shows it in its own way. */
import type { Session } from '../domain/groups/session.ts';
import type { CalendarGroup } from './calendar.ts';

const offWords = { skipped: 'left out', holiday: 'a holiday', paused: 'a pause of the group' } as const;

/** Some programs show what is cancelled like everything else, so the title says it, too. */
export function titleOf({ group }: CalendarGroup, session?: Session): string {
  return session?.off ? `Does not take place: ${group.title}` : group.title;
}

export function descriptionOf({ group, link }: CalendarGroup, zone: string, wall: string, session?: Session): string {
  const { off, movedFrom } = session ?? {};
  const shown = session ? wallOf(session.startsAt, zone).slice(12) : wall;
  return [
    off && `This meeting does not take place: ${off.reason ?? offWords[off.kind]}.`,
    movedFrom && `Moved from ${wallOf(movedFrom, zone)}.`,
    group.kind === 'office-hours' && 'Bring what you are stuck on.',
    `${shown} in ${zone}; your calendar shows it in your own time.`,
    link && `The group on Discord: ${link}`,
  ]
    .filter(Boolean)
    .join('\n');
}

const wallOf = (at: Temporal.Instant, zone: string) =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ', ');
