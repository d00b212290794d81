/** A group was named that does not exist, or no longer: the nearest that do, as buttons. */
import type { EndedGroup, UnknownGroup } from '../../domain/groups/joining.ts';
import { button, card, row, text } from '../card.ts';
import type { Message } from '../message.ts';
import { clipped, escaped } from '../text.ts';

/** @param component of `group`, which is given the nearest group's key; absent: nothing can be done by a button alone. */
export function noSuchGroupMessage(outcome: UnknownGroup | EndedGroup, component?: string): Message {
  if (outcome.kind === 'ended')
    return card('notice', [
      text(`### ${escaped(outcome.title)} has ended`, 'It meets no more. What its members learned there stays theirs.'),
      row(button('All groups', 'group/list')),
    ]);
  const { asked, nearest } = outcome;
  return card('notice', [
    text(
      asked.trim() === '' ? '### Which group?' : `### No group is called “${escaped(clipped(asked, 80))}”`,
      nearest.length > 0 ? 'Nothing changed. Did you mean one of these?' : 'Nothing changed.',
      // Buttons name them as well.
      ...(component === undefined ? nearest.map(({ title }) => `- **${escaped(title)}**`) : []),
    ),
    row(
      ...(component === undefined
        ? []
        : nearest.map(({ key, title }) => button(clipped(title, 80), `group/${component}/${key}`))),
    ),
    row(button('All groups', 'group/list')),
    text('-# Start typing in the option `group`, and matching groups are offered.'),
  ]);
}
