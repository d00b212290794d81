/** What leads to the form in which work is shown. */
import type { Item } from '../domain/curriculum.ts';
import { button, select } from './card.ts';
import { clipped } from './text.ts';

/** Leads to the form for one of several items. */
export function workSelect(items: readonly Item[]) {
  const options = items.map(({ id, title }) => ({ label: clipped(title, 100), value: id }));
  return select('progress/work', 'Show your work for …', options);
}

export function workButton({ id }: Item, style: 'primary' | 'secondary' = 'primary') {
  return button('Show your work', `progress/work/${id}`, style);
}
