/** What a host hears after noting a holiday or pause, or lifting it. */
import type { BreakOutcome, NamedSession } from '../../domain/groups/hosting.ts';
import { button, card, row, text } from '../card.ts';
import { timestamp } from '../figures.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { daysWords } from './break-days.ts';
import { eitherDayMessage } from './either-day.ts';
import { notHostMessage, organisersDecideMessage } from './not-host.ts';
import { because, offWords } from './off.ts';
import { noSuchGroupMessage } from './unknown.ts';
import { sessionTime } from './when.ts';

export function breakMessage(outcome: BreakOutcome): Message {
  switch (outcome.kind) {
    case 'noted':
      return notedMessage(outcome);
    case 'resumed':
      return card('done', [
        text(`### ✅ ${outcome.group ? escaped(outcome.group.title) : 'Every group'} meets again`, nextLine(outcome)),
        text('-# The group hears of it in its channel.'),
      ]);
    case 'lifted':
      return card('done', [
        text(
          `### ✅ ${outcome.group ? escaped(outcome.group.title) : 'Every group'}: the ${outcome.lifted === 'paused' ? 'pause' : 'holiday'} is lifted`,
          'No meeting takes place again because of it, so nobody is told.',
          outcome.still && offLine(outcome.still, outcome),
          nextLine(outcome),
        ),
      ]);
    case 'started-again':
      return card('done', [
        text(`### ✅ ${escaped(outcome.group.title)} meets again`, nextLine(outcome)),
        text('-# Whoever was in it still is, and gets its role back within minutes.'),
      ]);
    case 'not-paused':
      return card('notice', [
        text(`### ${escaped(outcome.group.title)} is not paused`, 'There is nothing to resume.', nextLine(outcome)),
      ]);
    case 'lifted-before':
      return card('notice', [text('### It is lifted already', 'Or it is over. Nothing changed.')]);
    case 'unreadable-date':
      return card('notice', [
        text(
          `### I can’t read “${escaped(clipped(outcome.typed, 60))}” as a date`,
          'Write it as `2026-12-24`, `24 Dec`, `Friday` or `2 weeks`. Nothing changed.',
        ),
      ]);
    case 'either-day':
      return eitherDayMessage(outcome);
    case 'past':
      return card('notice', [
        text('### Those days are over', `${capital(daysWords(outcome))} has passed. Nothing changed.`),
      ]);
    case 'backwards':
      return card('notice', [
        text('### It would end before it begins', `You gave the days ${daysWords(outcome)}. Nothing changed.`),
      ]);
    case 'too-long':
      return card('notice', [
        text('### That is more than a year', 'End the group instead, or pause it without an end. Nothing changed.'),
      ]);
    case 'organisers-only':
      return organisersDecideMessage();
    case 'not-host':
      return notHostMessage(outcome);
    case 'unknown-group':
    case 'ended':
      return noSuchGroupMessage(outcome);
  }
}

function notedMessage(outcome: Extract<BreakOutcome, { kind: 'noted' }>): Message {
  const { noted, group, off, more, already, again } = outcome;
  const isTold = off.length > 0 || again > 0;
  const who = group ? escaped(group.title) : 'Every group';
  const what =
    noted.kind === 'paused'
      ? `### ⏸️ ${who} pauses ${daysWords(noted)}`
      : `### 🌴 ${who} has a holiday ${daysWords(noted)}`;
  return card('done', [
    text(what, because(noted.reason).replace(/^: /, 'Why: ')),
    off.length === 0
      ? text(
          already.length > 0
            ? `**Off already${isTold ? '' : ', so nobody is told'}:**`
            : `No meeting falls ${noted.from === noted.until ? 'on that day' : 'into these days'}${isTold ? '' : ', so nobody is told'}.`,
          ...already.map(one => `- ${offLine(one, outcome)}`),
          again > 0 && againWords(again),
        )
      : text(
          '**Off:**',
          ...off.map(one => `- ${whose(one, outcome)}${sessionTime(one.session)}`),
          more > 0 && noted.until !== undefined && `- and ${more} more`,
          noted.until === undefined && '- and all after that',
          again > 0 && againWords(again),
        ),
    text(
      noted.until === undefined ? untilResumed : nextLine(outcome),
      isTold && '-# The group hears of it in its channel. Nobody loses a week by it.',
    ),
    row(button('Undo', `group/lift/${noted.id}`)),
  ]);
}

const againWords = (again: number) =>
  `${again === 1 ? 'A meeting that was off takes' : 'Meetings that were off take'} place again.`;

const untilResumed = 'It meets again once a host types `/group resume`.';

/** "Night Owls · 🚫 Monday, 23 November is off: the group pauses". */
function offLine(one: NamedSession, of: { readonly group?: object }): string {
  return `${whose(one, of)}${offWords(one.session)}`;
}

function whose(one: NamedSession, { group }: { readonly group?: object }): string {
  return group ? '' : `${escaped(one.group.title)} · `;
}

interface Ahead {
  readonly next?: NamedSession;
  readonly still?: NamedSession;
  readonly group?: object;
}

function nextLine({ next, still, group }: Ahead): string {
  if (!next) return still?.session.off?.kind === 'paused' ? untilResumed : 'No meeting is planned after it.';
  const named = group ? '' : `${escaped(next.group.title)}, `;
  return `**Next:** ${named}${sessionTime(next.session)}, ${timestamp(next.session.startsAt, 'ago')}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
