/** What becomes of work that is shown: kept with its tick, or not taken, with what to do about it. */
import { type APITextDisplayComponent, ComponentType } from 'discord-api-types/v10';
import type { Item } from '../domain/curriculum.ts';
import type { WorkOutcome } from '../domain/work.ts';
import { type LinkFault, longestLink } from '../domain/work-link.ts';
import { button, card, row, text } from './card.ts';
import { completionMessage } from './completion.ts';
import type { CertificateTitles } from './earned.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { itemTitle } from './step.ts';
import { clipped, escaped, quoted } from './text.ts';

/** Stands above the file in the organisers' channel. */
export function keptMessage(userId: string, item: Item): Message {
  return card('plain', [
    text(
      `### 📎 ${itemTitle(item)}`,
      `<@${userId}> shows their work.`,
      '-# Kept here because only organisers see this channel. Nothing has to be done; `/admin review` leads back to it.',
    ),
  ]);
}

export function workMessage(outcome: WorkOutcome, titles: CertificateTitles, locale: Locale): Message {
  if (outcome.kind === 'bad-link' || outcome.kind === 'not-kept') return notTakenMessage(outcome);
  const message = completionMessage(outcome, titles, locale);
  if (!outcome.isFileLeftOut) return message;
  return { ...message, components: [...message.components, leftOut] };
}

const leftOut: APITextDisplayComponent = {
  type: ComponentType.TextDisplay,
  content: '-# The link stands for your work, and your file was left out: one of the two is enough.',
};

type Refused = Extract<WorkOutcome, { kind: 'bad-link' | 'not-kept' }>;

/** Nothing is ticked yet, and what was typed is given back. */
export function notTakenMessage(outcome: Refused): Message {
  const { item } = outcome;
  const typed = outcome.kind === 'bad-link' ? outcome.asked : '';
  return card('notice', [
    ...(outcome.kind === 'bad-link' ? linkPieces(outcome) : [text(...fileLines(outcome))]),
    row(
      button('Try again', tryAgain(item, typed), 'primary'),
      button('Mark it without', `progress/mark/${item.id}`),
      button('My progress', 'progress/show'),
    ),
  ]);
}

/** The form holds what was typed, where it fits the button that opens it. */
function tryAgain({ id }: Item, typed: string): string {
  const whole = `progress/work/${id}/${encodeURIComponent(typed.toWellFormed())}`;
  return typed !== '' && whole.length <= 100 ? whole : `progress/work/${id}`;
}

const linkFaults: Readonly<Record<LinkFault, string>> = {
  'no-address': 'It is no web address. One looks like `https://github.com/ada/counter`, without blanks.',
  'too-long': `It is longer than ${longestLink} characters. Leave out what follows the “?”, or link the page above it.`,
  expires: 'Discord’s addresses of files stop working after a day. Upload the file itself, or link to where it lives.',
  private: 'Only your own computer or network can open it. Link to a place that others reach.',
};

function linkPieces({ item, asked, why, hadFile }: Extract<Refused, { kind: 'bad-link' }>) {
  return [
    text(`### That link can’t be taken`, `Nothing changed for ${itemTitle(item)}.`, linkFaults[why]),
    text('You wrote:', quoted(asked), hadFile && 'Please choose your file once more, too.'),
  ];
}

function fileLines({ item, fileName, why }: Extract<Refused, { kind: 'not-kept' }>): readonly string[] {
  const name = `**${escaped(clipped(fileName, 80))}**`;
  const nothing = `Nothing changed for ${itemTitle(item)}.`;
  switch (why.kind) {
    case 'no-channel':
      return [
        '### Files can’t be taken here',
        nothing,
        'This server has no private place for them. A link works: to a repository, a document, a shared folder.',
      ];
    case 'too-large':
      return [
        '### That file is too large',
        nothing,
        `${name} has more than ${Math.floor(why.most / 2 ** 20)} MB. Make it smaller, or give a link to it.`,
      ];
    case 'empty':
      return ['### That file is empty', nothing, `There is nothing in ${name}. Save it again, or give a link.`];
    case 'wrong-type':
      return [
        '### That file can’t be taken',
        nothing,
        `Inside, ${name} is no file of a kind that is taken: ${why.taken.join(', ')}. Save it as one, or give a link.`,
      ];
    case 'failed':
      return [
        '### The file did not get through',
        nothing,
        `${name} could not be stored just now. Try again in a minute, or give a link.`,
      ];
  }
}
