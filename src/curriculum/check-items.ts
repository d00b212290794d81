/** Rules that items keep among each other: names are nobody else's, prerequisites never lead in a circle. */
import { fold } from '../domain/search.ts';
import type { Drafts, ItemDraft, Reference } from './drafts.ts';
import type { Known } from './known.ts';
import type { Report } from './problem.ts';

export function checkItems(drafts: Drafts, known: Known, report: Report): void {
  for (const item of drafts.items) {
    known.page(item.page);
    for (const reference of item.requires) checkRequired(known.item(reference), reference, report);
  }
  checkNames(drafts, known, report);
  checkCycles(drafts.items, known, report);
}

function checkRequired(item: ItemDraft | undefined, { value, at }: Reference, report: Report): void {
  if (item?.status === 'retired') report('retired', at, `"${value}" is retired. Require what replaces it, or nothing.`);
}

/** Titles, aliases, and the titles that paths give: each leads to one item. */
function checkNames({ items, paths }: Drafts, known: Known, report: Report): void {
  const owners = new Map<string, string>();
  const claim = (name: Reference | undefined, id: string) => {
    if (!name || name.value === '') return;
    const folded = fold(name.value);
    const owner = known.items.has(name.value) && name.value !== id ? name.value : (owners.get(folded) ?? id);
    if (owner !== id)
      report(
        'name',
        name.at,
        `"${name.value}" already names "${owner}". Is it the same subject? Else choose another name.`,
      );
    else owners.set(folded, id);
  };
  for (const { id, title } of items) claim(title, id);
  for (const { id, aliases } of items) for (const alias of aliases) claim(alias, id);
  for (const { stages } of paths)
    for (const { places } of stages)
      for (const { item, title } of places) if (known.items.has(item.value)) claim(title, item.value);
}

/** Each circle is told once, at the item where the walk closes it. */
function checkCycles(items: readonly ItemDraft[], known: Known, report: Report): void {
  const done = new Set<string>();
  const walk = (item: ItemDraft, trail: readonly string[]) => {
    if (done.has(item.id)) return;
    const way = [...trail, item.id];
    for (const { value, at } of item.requires) {
      const begin = way.indexOf(value);
      const next = known.items.get(value);
      if (begin >= 0)
        report('cycle', at, `Prerequisites lead in a circle: ${[...way.slice(begin), value].join(' → ')}.`);
      else if (next) walk(next, way);
    }
    done.add(item.id);
  };
  for (const item of items) walk(item, []);
}
