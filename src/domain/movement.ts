/** What a change of ticks moves on each of a learner's paths. */
import type { Curriculum, Path, Stage } from './curriculum.ts';
import type { Learner, Ticked } from './learner.ts';
import { countedPlaces, type PathProgress, progressOn } from './progress.ts';

export interface Movement {
  readonly before: PathProgress;
  readonly after: PathProgress;
  readonly stagesCompleted: readonly Stage[];
  readonly pathCompleted: boolean;
}

export interface Movements {
  /** Paths on which the item counts. */
  readonly moved: readonly Movement[];
  /** Paths that list the item as coming soon, and so do not count it. */
  readonly notCountedOn: readonly Path[];
}

export function movements(
  curriculum: Curriculum,
  enrolments: Learner['enrolments'],
  itemId: string,
  before: Ticked,
  after: Ticked,
): Movements {
  const paths = enrolments.flatMap(({ pathId }) => curriculum.paths.get(pathId) ?? []);
  const listing = paths.filter(path => path.stages.some(stage => stage.places.some(place => place.itemId === itemId)));
  const counting = listing.filter(path => countedPlaces(path).some(place => place.itemId === itemId));
  return {
    moved: counting.map(path => movementOn(path, before, after)),
    notCountedOn: listing.filter(path => !counting.includes(path)),
  };
}

function movementOn(path: Path, ticksBefore: Ticked, ticksAfter: Ticked): Movement {
  const before = progressOn(path, ticksBefore);
  const after = progressOn(path, ticksAfter);
  const stagesCompleted = after.stages
    .filter(
      (stage, index) => stage.total > 0 && stage.done === stage.total && before.stages[index]?.done !== stage.total,
    )
    .map(({ stage }) => stage);
  return { before, after, stagesCompleted, pathCompleted: after.percent === 100 && before.percent < 100 };
}
