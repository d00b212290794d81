/** What the options `item` and `path` offer while a member types. */
import type { Item, Path } from '../domain/curriculum.ts';
import type { Learner } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import { openItemIds } from '../domain/next.ts';
import { findExact, search } from '../domain/search.ts';
import { loadLearner, loadStanding } from '../store/learner.ts';
import type { FlowContext } from './context.ts';

/** Discord shows at most 25. */
const limit = 25;

/**
 * Open items of the member's paths, the next ones first; while typing, whatever matches, open ones first, and last
 * those finished whose work can be shown.
 */
export async function suggestOpenItems(context: FlowContext, member: Member, typed: string): Promise<readonly Item[]> {
  const { curriculum, items } = context;
  const { pathIds, ticked } = await loadStanding(context.db, member);
  const paths = pathIds.flatMap(id => curriculum.paths.get(id) ?? []);
  const tickable = (item: Item) => item.status === 'active' && !ticked.has(item.id);
  const showable = (item: Item) => item.asksForWork === true && ticked.has(item.id);
  const open = openItemIds(paths, curriculum, ticked).flatMap(id => curriculum.items.get(id) ?? []);
  if (typed.trim() === '') return openFirst(open, [...curriculum.items.values()].filter(tickable)).slice(0, limit);
  const matching = search(items, typed, items.entries.length);
  return [...openFirst(open, matching.filter(tickable), findExact(items, typed)), ...matching.filter(showable)].slice(
    0,
    limit,
  );
}

/** What was named exactly, then what is open on the member's paths in their order, then the rest as it came. */
function openFirst(open: readonly Item[], matching: readonly Item[], exact?: Item): readonly Item[] {
  const matches = new Set(matching);
  const named = exact && matches.has(exact) ? [exact] : [];
  return [...new Set([...named, ...open.filter(item => matches.has(item)), ...matching])];
}

/** Items the member has ticked, the latest first. */
export async function suggestDoneItems(context: FlowContext, member: Member, typed: string): Promise<readonly Item[]> {
  const { ticks } = await loadLearner(context.db, member);
  if (typed.trim() !== '') return search(context.items, typed, limit, item => ticks.has(item.id));
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
  return search(context.paths, typed, limit, path => own.includes(path));
}

function enrolledOn({ curriculum }: FlowContext, learner: Learner): readonly Path[] {
  return learner.enrolments.flatMap(({ pathId }) => curriculum.paths.get(pathId) ?? []).slice(0, limit);
}
