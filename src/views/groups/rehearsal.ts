/** What the next days would bring, day by day; the whole list comes along as a text file. */
import { ComponentType } from 'discord-api-types/v10';
import type { Happening, Rehearsal, RehearsedDay } from '../../domain/groups/rehearsal.ts';
import { button, card, divider, row, text } from '../card.ts';
import { count, timestamp } from '../figures.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { clockWords } from './clock-words.ts';
import { offWords } from './off.ts';
import { rehearsalFile } from './rehearsal-file.ts';
import { shortDate } from './when.ts';

type Outcome =
  | ({ readonly kind: 'rehearsed' } & Rehearsal)
  | { readonly kind: 'no-days'; readonly typed: string; readonly most: number };

const fileName = 'rehearsal.txt';

export function rehearsalMessage(outcome: Outcome, locale: Locale): Message {
  if (outcome.kind === 'no-days')
    return card('notice', [
      text(
        `### “${escaped(clipped(outcome.typed, 40))}” is no number of days I can rehearse`,
        `Give a whole number from 1 to ${outcome.most}, for example 7.`,
      ),
      row(button('Rehearse 7 days', 'admin/rehearse/7', 'primary')),
    ]);
  const { days, from, until, found, isWhole } = outcome;
  const all = found.flatMap(({ happenings }) => happenings);
  const content = rehearsalFile(outcome);
  return {
    ...card('plain', [
      text(
        `## 🎬 ${days === 1 ? 'The next day' : `The next ${days} days`}, rehearsed`,
        `${timestamp(from, 'full')} to ${timestamp(until, 'full')}. Nothing was touched, and nobody hears of it.`,
        `**${tally(all, locale) ?? 'Nothing is due'}**`,
        !isWhole && '⚠️ There is more than I can rehearse at once: the last days are not complete. Ask for fewer.',
      ),
      divider(),
      text(...(found.length > 0 ? found.flatMap(day => dayLines(day, locale)) : ['Every day is quiet.'])),
      divider(),
      text(rolesLine(outcome, locale), waitingLine(outcome, locale), cannotForesee),
      { type: ComponentType.File, file: { url: `attachment://${fileName}` } },
      row(...[7, 14, 31].filter(one => one !== days).map(one => button(`${one} days`, `admin/rehearse/${one}`))),
    ]),
    files: [{ name: fileName, bytes: new TextEncoder().encode(content) }],
  };
}

const cannotForesee =
  '-# What I cannot foresee: who will join or say they come, what people do by hand, and what Discord answers. What is wrong now, `/admin doctor` finds.';

function dayLines({ date, happenings, off, clocks }: RehearsedDay, locale: Locale): readonly (string | undefined)[] {
  const tallied = tally(happenings, locale);
  return [
    `- **${shortDate(Temporal.PlainDate.from(date))}**${tallied ? ` · ${tallied}` : ''}`,
    ...clocks.map(change => `-# ${clockWords(change, '19:00')}`),
    ...off.map(({ title, session }) => `-# ${escaped(clipped(title, 60))}: ${offWords(session)}`),
  ];
}

/** "4 pings · 1 thread · 2 events · 1 left out"; undefined where there is nothing. */
function tally(happenings: readonly Happening[], locale: Locale): string | undefined {
  const isOut = (one: Happening) => one.kind === 'suppressed' || (one.kind === 'ping' && one.leftOut !== undefined);
  const said = happenings.filter(one => one.kind === 'ping' && !isOut(one)) as Extract<Happening, { kind: 'ping' }>[];
  const threads = said.filter(({ ping }) => ping.kind === 'thread').length;
  const ofEvents = said.filter(({ ping }) => ping.kind === 'event-start' || ping.kind === 'event-end').length;
  const events = happenings.filter(({ kind }) => kind === 'event').length + ofEvents;
  const counts = [
    [said.length - threads - ofEvents, 'ping', 'pings'],
    [threads, 'thread', 'threads'],
    [events, 'event change', 'event changes'],
    [happenings.filter(isOut).length, 'left out', 'left out'],
  ] as const;
  const words = counts.flatMap(([n, one, many]) => (n > 0 ? count(n, one, many, locale) : []));
  return words.length > 0 ? words.join(' · ') : undefined;
}

function rolesLine({ roles: { steps, looked, known } }: Rehearsal, locale: Locale): string {
  const of =
    looked < known
      ? `the first ${looked} of ${count(known, 'member', 'members', locale)} I know`
      : `the ${count(known, 'member', 'members', locale)} I know`;
  if (steps.length === 0) return `🎭 No role would be given or taken among ${of}.`;
  const gives = steps.filter(({ kind }) => kind === 'give').length;
  return `🎭 Among ${of}, ${count(gives, 'role', 'roles', locale)} would be given and ${steps.length - gives} taken: see the list.`;
}

function waitingLine({ waiting }: Rehearsal, locale: Locale): string | undefined {
  const words = [
    waiting.roles > 0 && count(waiting.roles, 'look at a member’s roles', 'looks at members’ roles', locale),
    waiting.announcements > 0 && count(waiting.announcements, 'announcement', 'announcements', locale),
    waiting.notices > 0 && count(waiting.notices, 'word to organisers', 'words to organisers', locale),
    waiting.jobs > 0 && count(waiting.jobs, 'job', 'jobs', locale),
  ].filter(Boolean);
  return words.length > 0 ? `⏳ Waiting already: ${words.join(', ')}.` : undefined;
}
