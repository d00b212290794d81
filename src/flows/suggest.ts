/** What the options `item` and `path` offer while a member types. */
import type { Item, Path } from '../domain/curriculum.ts';
import type { Learner } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import { openItemIds } from '../domain/next.ts';
import { counts } from '../domain/progress.ts';
import { search } from '../domain/search.ts';
import { loadLearner, loadStanding } from '../store/learner.ts';
import type { FlowContext } from './context.ts';

/** Discord shows at most 25. */
const limit = 25;

/** Open items of the member's paths, the next ones first; while typing, whatever matches, open ones first. */
export async function suggestOpenItems(context: FlowContext, member: Member, typed: string): Promise<readonly Item[]> {
  const { curriculum, items } = context;
  const { pathIds, ticked } = await loadStanding(context.db, member);
  const paths = pathIds.flatMap(id => curriculum.paths.get(id) ?? []);
  const tickable = (item: Item) => item.status === 'active' && !ticked.has(item.id);
  if (typed.trim() === '') {
    const open = openItemIds(paths, curriculum, ticked).flatMap(id => curriculum.items.get(id) ?? []);
    const chosen = new Set<Item>();
    for (const list of [open, curriculum.items.values()])
      for (const item of list) if (chosen.size < limit && tickable(item)) chosen.add(item);
    return [...chosen];
  }
  const found = search(items, typed, 2 * limit).filter(tickable);
  const own = (item: Item) => paths.some(path => counts(path, item.id));
  return [...found.filter(own), ...found.filter(item => !own(item))].slice(0, limit);
}

/** Items the member has ticked, the latest first. */
export async function suggestDoneItems(context: FlowContext, member: Member, typed: string): Promise<readonly Item[]> {
  const { ticks } = await loadLearner(context.db, member);
  if (typed.trim() !== '')
    return search(context.items, typed, 4 * limit)
      .filter(item => ticks.has(item.id))
      .slice(0, limit);
  return [...ticks.values()]
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .flatMap(({ itemId }) => context.curriculum.items.get(itemId) ?? [])
    .slice(0, limit);
}

/** Every path that matches; nothing typed: all, in the curriculum's order. */
export async function suggestPaths(context: FlowContext, typed: string): Promise<readonly Path[]> {
  if (typed.trim() === '') return [...context.curriculum.paths.values()].slice(0, limit);
  return search(context.paths, typed, limit);
}

/** The member's own paths that match. */
export async function suggestOwnPaths(context: FlowContext, member: Member, typed: string): Promise<readonly Path[]> {
  const own = enrolledOn(context, await loadLearner(context.db, member));
  if (typed.trim() === '') return own;
  return search(context.paths, typed, limit).filter(path => own.includes(path));
}

function enrolledOn({ curriculum }: FlowContext, learner: Learner): readonly Path[] {
  return learner.enrolments.flatMap(({ pathId }) => curriculum.paths.get(pathId) ?? []).slice(0, limit);
}
