/** Answers to "I finished this": what moved, what was earned, what comes next. */
import type { CompletionOutcome } from '../domain/completion.ts';
import type { Certificate, Item } from '../domain/curriculum.ts';
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

type Completed = Extract<CompletionOutcome, { kind: 'completed' }>;

const seeProgress = button('My progress', 'progress/show');
const undo = (item: Item) => button('Undo', `progress/undo/${item.id}`);
const nextPieces = (steps: readonly Step[]) => steps.slice(0, 3).map(step => stepPiece(step));

export function completionMessage(outcome: CompletionOutcome, titles: CertificateTitles, locale: Locale): Message {
  switch (outcome.kind) {
    case 'completed':
      return completedMessage(outcome, titles, locale);
    case 'already-done':
      return card('plain', [
        text(
          `### ✅ Already done: ${itemTitle(outcome.item)}`,
          `You marked it ${timestamp(outcome.at, 'ago')}. Nothing changed.`,
        ),
        ...nextPieces(outcome.next),
        row(undo(outcome.item), seeProgress),
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
  const { item, certificates, next } = outcome;
  return card(certificates.length > 0 ? 'certificate' : 'done', [
    text(`### ✅ Done: ${itemTitle(item)}`, ...standing(outcome, locale)),
    ...certificates.flatMap(earned => [divider(), ...earnedPieces(earned, titles, locale)]),
    outcome.awaitingPath.length > 0 && text(...outcome.awaitingPath.map(awaitingLine)),
    next.length > 0 && divider(),
    ...nextPieces(next),
    row(outcome.enrolments === 0 && button('Choose a path', 'path/pick', 'primary'), undo(item), seeProgress),
  ]);
}

function awaitingLine({ title }: Certificate): string {
  return `🎓 **${escaped(title)}** now waits for one thing: a completed role or level path.`;
}

function standing(outcome: Completed, locale: Locale): readonly string[] {
  if (outcome.enrolments === 0)
    return ['It counts. You are not on a path yet: choose one and you start with this done.'];
  const lines = movedLines(outcome, locale);
  return lines.length > 0
    ? lines
    : ['It is on none of your paths. It counts all the same, on every path you take up later.'];
}
