/** A member has picked the role of a path: they are on it now, or are asked which of its paths they mean. */
import type { CommunityRole } from '../domain/community.ts';
import type { Path } from '../domain/curriculum.ts';
import { button, card, divider, row, select, text } from './card.ts';
import type { Locale } from './locale.ts';
import type { Message } from './message.ts';
import { durationLine } from './path.ts';
import { clipped, escaped } from './text.ts';

interface Wishes {
  readonly enrolled: readonly Path[];
  readonly toAsk: readonly { readonly role: CommunityRole; readonly paths: readonly Path[] }[];
}

/** More would be longer than a note. */
const most = 3;

/** Undefined where there is nothing to say. */
export function wishesMessage({ enrolled, toAsk }: Wishes, _locale: Locale): Message | undefined {
  const notes = [
    ...enrolled
      .slice(0, most)
      .map(path => [
        text(
          `### 🧭 You are on ${escaped(path.title)}`,
          'You picked its role, so I took you there. What you have done counts.',
        ),
        row(button('See the path', `path/show/${path.id}`, 'primary'), button('Leave', `path/leave/${path.id}`)),
      ]),
    ...toAsk.slice(0, most).map(({ role, paths }) => [
      text(
        `### 🧭 Which path, ${escaped(role.name)}?`,
        'You picked this role, and several paths lead to it. Which one is yours?',
      ),
      select(
        `path/select/${role.key}`,
        'Choose your path',
        paths.map(path => ({
          label: clipped(path.title, 100),
          value: path.id,
          description: clipped(durationLine(path), 100),
        })),
      ),
    ]),
  ];
  if (notes.length === 0) return undefined;
  return card(
    'path',
    notes.flatMap((note, index) => (index === 0 ? note : [divider(), ...note])),
  );
}
