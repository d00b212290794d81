/** What to do next: in path order, what an item builds on before the item itself. Nothing is ever locked. */
import type { Curriculum, Path, Place } from './curriculum.ts';
import type { Learner } from './learner.ts';
import { countedPlaces } from './progress.ts';

export interface Step {
  readonly path: Path;
  readonly place: Place;
}

/** The undone places of a path, each after those of its prerequisites that stand on the same path. */
export function openPlaces(path: Path, curriculum: Curriculum, ticks: Learner['ticks']): readonly Place[] {
  const open = new Map(
    countedPlaces(path)
      .filter(place => !ticks.has(place.itemId))
      .map(place => [place.itemId, place]),
  );
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
export function nextSteps(curriculum: Curriculum, learner: Learner, perPath: number): readonly Step[] {
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

/** Every open item of the learner's paths: the next one of each path first, then the rest in path order. */
export function openItemIds(curriculum: Curriculum, learner: Learner): readonly string[] {
  const paths = learner.enrolments
    .toReversed()
    .flatMap(({ pathId }) => curriculum.paths.get(pathId) ?? [])
    .map(path => openPlaces(path, curriculum, learner.ticks).map(place => place.itemId));
  return [...new Set([...paths.flatMap(ids => ids.slice(0, 1)), ...paths.flat()])];
}
