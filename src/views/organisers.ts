/** What only an organiser can repair: what happened, exactly what to do, and a button that tries again. */
import type { OrganiserProblem } from '../domain/problem.ts';
import { button, card, divider, row, text } from './card.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { type Names, repairOf } from './repair.ts';
import { clipped } from './text.ts';

/** More would not fit a message; the others come with the next one. */
export const problemsPerMessage = 6;

export function organisersMessage(problems: readonly OrganiserProblem[], names: Names, _locale: Locale): Message {
  const repairs = problems.slice(0, problemsPerMessage).map(problem => repairOf(problem, names));
  const lost = new Map(repairs.flatMap(({ recreates }) => (recreates ? [[recreates.binding, recreates.label]] : [])));
  return card('notice', [
    text('## Cairn needs an organiser', 'No progress and no certificate is lost.'),
    ...repairs.flatMap(({ what, todo }) => [divider(), text(`**${what}**`, todo)]),
    divider(),
    row(
      button('Try again now', 'certificate/retry', 'primary'),
      ...[...lost].slice(0, 4).map(([binding, label]) => recreateButton(binding, label, lost.size > 1)),
    ),
    text('-# I also try again by myself as soon as I see the repair.'),
  ]);
}

function recreateButton(binding: string, label: string, several: boolean) {
  return button(several ? `Create again: ${clipped(label, 60)}` : 'Create it again', `certificate/recreate/${binding}`);
}
