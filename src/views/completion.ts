/** Answers to "I finished this": what moved, what was earned, what comes next. */

import type { Awaited } from '../domain/certification.ts';
import type { CompletionOutcome } from '../domain/completion.ts';
import type { Item } from '../domain/curriculum.ts';
import type { Step } from '../domain/next.ts';
import { button, card, divider, row, text } from './card.ts';
import { type CertificateTitles, earnedPieces } from './earned.ts';
import { timestamp } from './figures.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { movedLines } from './movement.ts';
import { itemTitle, stepPiece } from './step.ts';
import { escaped } from './text.ts';
import { unknownItemMessage } from './unknown.ts';
import { workButton, workSelect } from './work-offer.ts';

type Completed = Extract<CompletionOutcome, { kind: 'completed' }>;
type Gained = Extract<CompletionOutcome, { kind: 'completed' | 'evidence-added' }>;

const seeProgress = button('My progress', 'progress/show');
const undo = (item: Item) => button('Undo', `progress/undo/${item.id}`);
const nextPieces = (steps: readonly Step[]) => steps.slice(0, 3).map(step => stepPiece(step));

export function completionMessage(outcome: CompletionOutcome, titles: CertificateTitles, locale: Locale): Message {
  switch (outcome.kind) {
    case 'completed':
      return completedMessage(outcome, titles, locale);
    case 'evidence-added':
      return shownMessage(outcome, titles, locale);
    case 'already-done':
      return card('plain', [
        text(
          `### ✅ Already done: ${itemTitle(outcome.item)}`,
          `You marked it ${timestamp(outcome.at, 'ago')}. Nothing changed.`,
          ...workLines(outcome),
        ),
        ...nextPieces(outcome.next),
        row(lacksWork(outcome) && workButton(outcome.item), undo(outcome.item), seeProgress),
      ]);
    case 'coming-soon':
      return card('notice', [
        text(
          `### 🔜 Coming soon: ${itemTitle(outcome.item)}`,
          'It has not been written yet, so it cannot be marked as done. No path or certificate waits for it.',
        ),
        ...nextPieces(outcome.next),
        row(seeProgress),
      ]);
    case 'retired':
      return card('notice', [
        text(
          `### ${itemTitle(outcome.item)} is retired`,
          'It is no longer part of any path. Ticks made before are kept.',
        ),
        ...nextPieces(outcome.next),
        row(seeProgress),
      ]);
    case 'superseded':
      return supersededMessage(outcome.item);
    case 'unknown-item':
      return unknownItemMessage(outcome, 'done');
  }
}

/** A later action won; the member is pointed at what is true now. */
export function supersededMessage(item: Item): Message {
  return card('notice', [
    text(`### ${itemTitle(item)} changed meanwhile`, 'A later action of yours decided. See where it stands now.'),
    row(seeProgress),
  ]);
}

function completedMessage(outcome: Completed, titles: CertificateTitles, locale: Locale): Message {
  const { item, certificates } = outcome;
  return card(certificates.length > 0 ? 'certificate' : 'done', [
    text(`### ✅ Done: ${itemTitle(item)}`, ...standing(outcome, locale), ...workLines(outcome)),
    ...followingPieces(outcome, titles, locale),
  ]);
}

function shownMessage(
  outcome: Extract<CompletionOutcome, { kind: 'evidence-added' }>,
  titles: CertificateTitles,
  locale: Locale,
): Message {
  return card(outcome.certificates.length > 0 ? 'certificate' : 'done', [
    text(
      `### 🔗 Work shown: ${itemTitle(outcome.item)}`,
      `You marked it on ${timestamp(outcome.at, 'date')}; that date stays.`,
    ),
    ...followingPieces(outcome, titles, locale),
  ]);
}

/** What was earned, what certificates wait for, and what comes next. */
function followingPieces(outcome: Gained, titles: CertificateTitles, locale: Locale) {
  const { item, certificates, awaited, next } = outcome;
  const unshown = new Map(awaited.flatMap(one => one.unshown.map(each => [each.id, each] as const)));
  if (lacksWork(outcome)) unshown.set(item.id, item);
  const [only] = unshown.size === 1 ? unshown.values() : [];
  return [
    ...certificates.flatMap(earned => [divider(), ...earnedPieces(earned, titles, locale)]),
    awaited.length > 0 && text(...awaited.flatMap(awaitedLines)),
    unshown.size > 1 && workSelect([...unshown.values()]),
    next.length > 0 && divider(),
    ...nextPieces(next),
    row(
      only && workButton(only),
      outcome.enrolments === 0 && button('Choose a path', 'path/pick', 'primary'),
      undo(item),
      seeProgress,
    ),
  ];
}

type Marked = Pick<Gained, 'item' | 'evidence' | 'wantingWork'>;

/** Whoever made something is offered to show it, wanted or not. */
function lacksWork({ item, evidence, wantingWork }: Marked): boolean {
  return evidence === 'self-marked' && (item.asksForWork === true || wantingWork.length > 0);
}

function workLines(outcome: Marked): readonly string[] {
  if (outcome.evidence === 'linked') return ['🔗 With your work shown.'];
  if (!lacksWork(outcome)) return [];
  const [first, ...more] = outcome.wantingWork;
  if (!first) return ['🔗 Marked without work shown. You can show it at any time.'];
  const names = `**${escaped(first.title)}**${more.length > 0 ? ` and ${more.length} more` : ''}`;
  return [`🔗 Marked without work shown: ${names} will want a link or a file.`];
}

function awaitedLines({ certificate, unshown, lacksPath }: Awaited): readonly string[] {
  const title = `🎓 **${escaped(certificate.title)}**`;
  if (unshown.length === 0) return [`${title} now waits for one thing: a completed role or level path.`];
  return [
    `${title} now waits for work to be shown${lacksPath ? ', and for a completed role or level path' : ''}:`,
    ...unshown.map(item => `- ${itemTitle(item)}`),
  ];
}

function standing(outcome: Completed, locale: Locale): readonly string[] {
  if (outcome.enrolments === 0)
    return ['It counts. You are not on a path yet: choose one and you start with this done.'];
  const lines = movedLines(outcome, locale);
  return lines.length > 0
    ? lines
    : ['It is on none of your paths. It counts all the same, on every path you take up later.'];
}
