/** Everything that would happen, a line each, as plain text: for a search, a printer, or next to the real thing. */

import { weekdays } from '../../domain/community.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import type { Happening, Rehearsal, RehearsedDay } from '../../domain/groups/rehearsal.ts';
import { pingNames } from './ping-names.ts';

const eventWords = { make: 'made', change: 'changed', end: 'cancelled', remove: 'deleted' } as const;

export function rehearsalFile({ from, until, zone, found, roles }: Rehearsal): string {
  const lines = [
    `What would happen from ${minute(from, zone)} to ${minute(until, zone)} (${zone}).`,
    'Nothing was touched. Times: on the wall of each group, then in UTC.',
    ...found.flatMap(day => ['', ...dayLines(day)]),
    '',
    'Roles, as far as they can be foreseen without asking Discord',
    ...(roles.steps.length > 0
      ? roles.steps.map(({ kind, role, userId }) => `  ${kind} ${role}: member ${userId}`)
      : ['  none']),
  ];
  return `${lines.join('\n')}\n`;
}

function dayLines({ date, happenings, off, clocks }: RehearsedDay): readonly string[] {
  return [
    `${weekdayOf(date)} ${date}`,
    ...clocks.map(
      ({ zone, minutes }) =>
        `  the clocks in ${zone} go ${minutes > 0 ? 'forward' : 'back'} by ${Math.abs(minutes)} minutes`,
    ),
    ...off.map(({ title, session: { planned, off: why } }) => {
      const reason = why?.reason ? `: ${why.reason}` : '';
      return `  ${title} does not meet at ${planned.replace('T', ' ')} (${why?.kind}${reason})`;
    }),
    ...happenings.map(line),
  ];
}

function line(one: Happening): string {
  const wall = one.at.toZonedDateTimeISO(one.zone).toPlainTime().toString({ smallestUnit: 'minute' });
  const utc = one.at.toZonedDateTimeISO('UTC').toPlainTime().toString({ smallestUnit: 'minute' });
  return `  ${one.zone === 'UTC' ? '' : `${wall} ${one.zone}  `}${utc} UTC  ${one.title}: ${what(one)}`;
}

/** "Role ping for 2027-03-01 19:00, moved (to its role)". */
export function pingWords({ kind, occurrence, audience }: Pick<PingKey, 'kind' | 'occurrence' | 'audience'>): string {
  const [planned = '', revision] = occurrence.split('~');
  return `${pingNames[kind]} for ${planned.replace('T', ' ')}${revision ? ', moved' : ''} (${whom(audience)})`;
}

function whom(audience: string): string {
  if (audience === 'role') return 'to its role';
  if (audience === 'channel') return 'in its channel';
  return audience.startsWith('thread-') ? 'in its thread' : 'to one member';
}

function what(one: Happening): string {
  if (one.kind === 'event') return `event for ${one.planned.replace('T', ' ')} ${eventWords[one.step]}`;
  const said = pingWords(one.ping);
  if (one.kind === 'suppressed') return `NOT SAID, ${one.reason}: ${said}`;
  return one.leftOut === undefined ? said : `NOT SAID, ${one.leftOut}: ${said}`;
}

function minute(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

const weekdayOf = (date: string) => weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1];
