/** Who was at a session: for its hosts and the organisers, as a list and as a file for a spreadsheet. */
import { ComponentType } from 'discord-api-types/v10';
import type { AttendanceOutcome, Attendee } from '../../domain/groups/attendance.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { button, card, divider, row, text } from '../card.ts';
import { count } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { unknownSessionMessage } from './answers.ts';
import { askHost } from './here.ts';
import { offWords } from './off.ts';
import { plainTime, sessionTime } from './when.ts';

type Shown = Extract<AttendanceOutcome, { kind: 'attendance' }>;

/** More names would not fit; the file has them all. */
const mostNames = 40;

export function attendanceMessage(outcome: AttendanceOutcome, locale: Locale): Message {
  switch (outcome.kind) {
    case 'attendance':
      return listMessage(outcome, locale);
    case 'unknown-group':
      return card('notice', [
        text(
          '### Which meeting?',
          'Start typing in the option `session`, and choose one of the meetings you are offered.',
        ),
      ]);
    case 'unknown-session':
      return unknownSessionMessage(outcome.group, outcome.next);
    case 'not-begun':
      return card('notice', [
        text(
          '### This meeting has not begun',
          `${escaped(outcome.group.title)} meets ${sessionTime(outcome.session)}. Nothing was noted.`,
        ),
      ]);
    case 'off':
      return card('notice', [
        text(`### ${escaped(outcome.group.title)}`, offWords(outcome.session), 'Nothing was noted.'),
      ]);
    case 'not-host':
      return card('notice', [
        text(
          '### Only hosts see who was there',
          `You don’t host ${escaped(outcome.group.title)}. ${askHost(outcome.hosts)}.`,
          '-# Everybody sees how many came, in `/group show`.',
        ),
        row(button('Show the group', `group/show/${outcome.group.key}`)),
      ]);
  }
}

function listMessage(shown: Shown, locale: Locale): Message {
  const { group, session, attendees, missing, corrected } = shown;
  const here = attendees.filter(({ isHere }) => isHere);
  const away = attendees.filter(({ isHere }) => !isHere);
  const file = {
    name: `attendance-${session.groupKey}-${session.planned.replace(/[^0-9]+/g, '-')}.csv`,
    bytes: csv(shown),
  };
  const message = card(corrected ? 'done' : 'plain', [
    text(
      `## 📝 ${escaped(group.title)}`,
      `${sessionTime(session)} · **${count(here.length, 'member', 'members', locale)} here**`,
      corrected && `✅ Noted: <@${corrected.userId}> was ${corrected.isHere ? 'here' : 'not here'}.`,
    ),
    here.length > 0 && text(names(here.map(named))),
    away.length > 0 && text(`**Not here:** ${names(away.map(({ userId }) => `<@${userId}>`))}`),
    missing.length > 0 && text(`**Said they would come:** ${names(missing.map(id => `<@${id}>`))}`),
    divider(),
    { type: ComponentType.File, file: { url: `attachment://${file.name}` } },
    text('-# To correct it: `/group attendance` with a member. Only hosts and organisers see names.'),
  ]);
  return { ...message, files: [file] };
}

function named({ userId, notedBy }: Attendee): string {
  return `<@${userId}>${notedBy === userId ? '' : ' (noted by a host)'}`;
}

function names(all: readonly string[]): string {
  const more = all.length - mostNames;
  return `${all.slice(0, mostNames).join(', ')}${more > 0 ? ` and ${more} more, in the file` : ''}`;
}

/** Ids, which no spreadsheet takes for a formula or a number: a sign before each keeps all its digits. */
function csv({ group, session, attendees, missing }: Shown): Uint8Array {
  const title = `"${clipped(group.title, 80)
    .replaceAll('"', '""')
    .replace(/^[=+\-@]/, "'$&")}"`;
  const lines = [
    'group,session,zone,member id,here,noted by,noted at (UTC)',
    ...attendees.map(({ userId, isHere, notedBy, at }) => {
      const by = notedBy === userId ? 'themselves' : `id ${notedBy}`;
      return [title, session.planned, session.zone, `id ${userId}`, isHere ? 'yes' : 'no', by, at.toString()].join(',');
    }),
    ...missing.map(userId => [title, session.planned, session.zone, `id ${userId}`, 'no', '', ''].join(',')),
  ];
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n`);
}

/** In a list to choose from: "New Graduates · Mon 23 Nov, 19:00". */
export function sessionChoice({ group, session }: { readonly group: Group; readonly session: Session }) {
  const when = plainTime(session);
  return {
    name: `${clipped(group.title, 97 - when.length)} · ${when}`,
    value: `${session.groupKey}/${session.planned}`,
  };
}
