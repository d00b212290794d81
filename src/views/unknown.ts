/** Something was named that does not exist: the nearest things that do, as buttons. */
import type { Item, Path } from '../domain/curriculum.ts';
import { button, card, row, text } from './card.ts';
import type { Message } from './message.ts';
import { clipped, escaped, quoted } from './text.ts';

interface Unknown {
  readonly asked: string;
  readonly nearest: readonly Item[];
  /** What was to be shown for it. */
  readonly offered?: { readonly link?: string; readonly file?: object };
}

export function unknownItemMessage({ asked, nearest, offered }: Unknown, action: 'done' | 'undo'): Message {
  return card('notice', [
    text(
      asked.trim() === '' ? '### Which item?' : `### No item is called “${escaped(clipped(asked, 80))}”`,
      nearest.length > 0 ? 'Nothing changed. Did you mean one of these?' : 'Nothing changed.',
      ...nearest.map(item => `- **${escaped(item.title)}** · \`${item.id}\``),
    ),
    row(...nearest.map(item => button(clipped(item.title, 80), `progress/${action}/${item.id}`))),
    offered?.link !== undefined && text('The link you gave:', quoted(offered.link)),
    offered?.file !== undefined && text('Please choose your file once more with the right item.'),
    text('-# Start typing in the option `item`, and matching items are offered.'),
  ]);
}

export function unknownPathMessage(
  { asked, nearest }: { readonly asked: string; readonly nearest: readonly Path[] },
  action: 'choose' | 'show' | 'leave',
): Message {
  return card('notice', [
    text(
      `### No path is called “${escaped(clipped(asked, 80))}”`,
      nearest.length > 0 ? 'Did you mean one of these?' : undefined,
      ...nearest.map(path => `- **${escaped(path.title)}** · \`${path.id}\``),
    ),
    row(...nearest.map(path => button(clipped(path.title, 80), `path/${action}/${path.id}`))),
    row(button('See all paths', 'path/pick')),
  ]);
}
