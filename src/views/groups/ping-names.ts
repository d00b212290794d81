/** What Cairn says by the calendar, kind by kind, as a list names it. */
import type { PingKind } from '../../domain/groups/ping.ts';
import { timestamp } from '../figures.ts';
import { escaped } from '../text.ts';

export const pingNames: Readonly<Record<PingKind, string>> = {
  'week-plan': 'The week’s plan',
  thread: 'Thread with the agenda',
  reminder: 'Reminder',
  session: 'Role ping',
  'check-in': 'Check-in',
  'event-start': 'Event begun',
  'event-end': 'Event ended',
  change: 'A change',
  digest: 'Community digest',
  summary: 'Summary of an outage',
};

/** Each at a glance; apart from those of what became of it. */
export const pingSigns: Readonly<Record<PingKind, string>> = {
  'week-plan': '📅',
  thread: '🧵',
  reminder: '⏰',
  session: '🔔',
  'check-in': '👋',
  'event-start': '▶️',
  'event-end': '⏹️',
  change: '🔁',
  digest: '🗞️',
  summary: '🔌',
};

/** Why something was not said: instants in it, which are in UTC, become the reader's own time. */
export function reasonWords(reason: string): string {
  const parts = reason.split(/(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? timestamp(Temporal.Instant.from(part), 'full') : inside(part)))
    .join('');
}

/** Never at the start of a line. */
function inside(part: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
  return before.slice(0, 1) + escaped(words) + after.slice(0, 1);
}
