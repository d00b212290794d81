/** What to do next: in path order, what an item builds on before the item itself. Nothing is ever locked. */
import type { Curriculum, Path, Place } from './curriculum.ts';
import type { Learner, Ticked } from './learner.ts';
import { countedPlaces } from './progress.ts';

export interface Step {
  readonly path: Path;
  readonly place: Place;
}

/** The undone places of a path, each after those of its prerequisites that stand on the same path. */
export function openPlaces(path: Path, curriculum: Curriculum, ticks: Ticked): readonly Place[] {
  const open = new Map<string, Place>();
  for (const place of countedPlaces(path)) if (!ticks.has(place.itemId)) open.set(place.itemId, place);
  const ordered = new Set<Place>();
  const visit = (place: Place) => {
    if (ordered.has(place)) return;
    for (const id of curriculum.items.get(place.itemId)?.requires ?? []) {
      const first = open.get(id);
      if (first) visit(first);
    }
    ordered.add(place);
  };
  for (const place of open.values()) visit(place);
  return [...ordered];
}

/** The next `perPath` steps on each of the learner's paths, the latest enrolment first, no item twice. */
export function nextSteps(
  curriculum: Curriculum,
  learner: Pick<Learner, 'enrolments'> & { readonly ticks: Ticked },
  perPath: number,
): readonly Step[] {
  const offered = new Set<string>();
  const steps: Step[] = [];
  for (const { pathId } of learner.enrolments.toReversed()) {
    const path = curriculum.paths.get(pathId);
    if (!path) continue;
    const fresh = openPlaces(path, curriculum, learner.ticks).filter(place => !offered.has(place.itemId));
    for (const place of fresh.slice(0, perPath)) {
      offered.add(place.itemId);
      steps.push({ path, place });
    }
  }
  return steps;
}

/** Every open item of the paths, the latest first: the next one of each path first, then the rest in path order. */
export function openItemIds(
  paths: readonly Path[],
  curriculum: Curriculum,
  ticked: ReadonlySet<string>,
): readonly string[] {
  const open = paths.toReversed().map(path => openPlaces(path, curriculum, ticked).map(place => place.itemId));
  return [...new Set([...open.flatMap(ids => ids.slice(0, 1)), ...open.flat()])];
}
