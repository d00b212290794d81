/** Answers to taking a tick back. */
import type { Shown } from '../domain/evidence.ts';
import type { UndoOutcome } from '../domain/undoing.ts';
import { button, card, row, text } from './card.ts';
import { supersededMessage } from './completion.ts';
import { type CertificateTitles, certificateTitle } from './earned.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { movedLines } from './movement.ts';
import { itemTitle } from './step.ts';
import { unknownItemMessage } from './unknown.ts';

const takenBack: Readonly<Record<Shown['kind'], string>> = {
  link: '🔗 Its link is taken back with it.',
  file: '📎 Your file no longer stands for it. The organisers still have the message it is in.',
};

export function undoMessage(outcome: UndoOutcome, titles: CertificateTitles, locale: Locale): Message {
  switch (outcome.kind) {
    case 'undone':
      return card('plain', [
        text(
          `### ↩️ Taken back: ${itemTitle(outcome.item)}`,
          ...movedLines(outcome, locale),
          outcome.shown && takenBack[outcome.shown.kind],
          ...outcome.kept.map(
            ({ certificateId }) => `You keep the certificate **${certificateTitle(certificateId, titles)}**.`,
          ),
        ),
        row(button('Mark as done again', `progress/done/${outcome.item.id}`), button('My progress', 'progress/show')),
      ]);
    case 'not-done':
      return card('plain', [
        text(`### ${itemTitle(outcome.item)} is not marked as done`, 'There is nothing to take back.'),
        row(button('Mark as done', `progress/done/${outcome.item.id}`), button('My progress', 'progress/show')),
      ]);
    case 'superseded':
      return supersededMessage(outcome.item);
    case 'unknown-item':
      return unknownItemMessage(outcome, 'undo');
  }
}
