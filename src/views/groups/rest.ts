/** A planned rest: what it means, from when to when, and how to end it early. */
import type { EitherDay } from '../../domain/groups/date-in-figures.ts';
import type { Rest } from '../../domain/groups/resting.ts';
import { button, card, row, text } from '../card.ts';
import type { Locale } from '../locale.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';
import { eitherDayMessage } from './either-day.ts';
import { day } from './when.ts';

type Outcome =
  | { readonly kind: 'resting'; readonly rest: Rest; readonly isBegun: boolean; readonly isNew: boolean }
  | { readonly kind: 'lifted'; readonly rest: Rest }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly typed: string }
  | EitherDay
  | { readonly kind: 'past'; readonly until: string }
  | { readonly kind: 'backwards' | 'too-long'; readonly from: string; readonly until: string };

const ways = 'Write a date such as `2026-12-24`, `24 Dec` or `Friday`, or a span such as `2 weeks`.';

export function restMessage(outcome: Outcome, _locale: Locale): Message {
  switch (outcome.kind) {
    case 'resting': {
      const { rest, isBegun, isNew } = outcome;
      const when = `${isBegun ? 'You rest' : `From **${day(rest.from)}** you rest`} until the end of **${day(rest.until)}**.`;
      return card('done', [
        text(
          `## 🌿 ${isNew ? 'Enjoy your rest' : 'Your rest'}`,
          when,
          '- Cairn does not ping you by name and sends you no reminders.',
          '- None of these weeks counts against you in `/progress show`.',
          '- You stay in your groups. If you come to a meeting all the same, it counts.',
        ),
        row(button(isBegun ? 'I’m back' : 'Cancel the rest', 'me/back')),
      ]);
    }
    case 'lifted':
      return card('done', [
        text('## 👋 Welcome back', 'Your rest is over: reminders come again. The days you rested still count as rest.'),
        row(button('My next meetings', 'group/next'), button('What next', 'progress/next')),
      ]);
    case 'none':
      return card('plain', [
        text(
          '## 🌿 No rest is planned',
          'Holidays, exams, a busy month? `/me rest until:` a day: no reminders, no pings by name, and no week of it counts against you.',
        ),
      ]);
    case 'unreadable':
      return card('notice', [
        text(
          outcome.typed.trim() === ''
            ? '### Until when?'
            : `### “${escaped(clipped(outcome.typed, 60))}” is no date I can read`,
          `Nothing changed. ${ways}`,
        ),
      ]);
    case 'either-day':
      return eitherDayMessage(outcome);
    case 'past':
      return card('notice', [text(`### ${day(outcome.until)} is over already`, `Nothing changed. ${ways}`)]);
    case 'backwards':
      return card('notice', [
        text(
          '### The rest would end before it begins',
          `It would begin on ${day(outcome.from)} and end on ${day(outcome.until)}. Nothing changed: give a later \`until\`.`,
        ),
      ]);
    case 'too-long':
      return card('notice', [
        text(
          '### That is more than a year',
          `From ${day(outcome.from)} until ${day(outcome.until)}: nothing changed. Choose a nearer day; a rest can be made longer at any time.`,
        ),
      ]);
  }
}
