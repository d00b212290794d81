/** What a tick, or taking one back, moved on a member's paths. */
import type { Movement, Movements } from '../domain/movement.ts';
import { progressLine } from './figures.ts';
import type { Locale } from './locale.ts';
import { escaped } from './text.ts';

/** One path: its bar, and what was completed by this. */
function movementLines({ after, stagesCompleted, pathCompleted }: Movement, locale: Locale): string {
  const completed = pathCompleted
    ? '🏁 **Path complete!**'
    : stagesCompleted.map(stage => `🪨 Stage complete: **${escaped(stage.title)}**`).join('\n');
  return [`**${escaped(after.path.title)}**`, progressLine(after, locale), completed].filter(Boolean).join('\n');
}

export function movedLines({ moved, notCountedOn }: Movements, locale: Locale): readonly string[] {
  return [
    ...moved.map(movement => movementLines(movement, locale)),
    ...notCountedOn.map(
      path => `-# On **${escaped(path.title)}** it is marked Coming Soon, so it does not count there yet.`,
    ),
  ];
}
