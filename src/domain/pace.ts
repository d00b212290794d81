/** Ticks that come faster than their hours allow. They count; organisers may look at a sample of them. */
import type { Curriculum, Item } from './curriculum.ts';
import type { Enrolment } from './learner.ts';

/** Sources estimate for everybody, so only what is far below them stands out. */
const share = 1 / 4;

/** The least anybody says the item takes: the item's own figure, or that of a path the learner is on. */
export function leastHours(
  curriculum: Curriculum,
  enrolments: readonly Enrolment[],
  { id, hours }: Item,
): number | undefined {
  const places = enrolments
    .flatMap(({ pathId }) => curriculum.paths.get(pathId)?.stages ?? [])
    .flatMap(stage => stage.places.filter(({ itemId }) => itemId === id));
  const figures = [hours, ...places.map(place => place.hours)].flatMap(span => span?.min ?? []);
  return figures.length === 0 ? undefined : Math.min(...figures);
}

/** Whole minutes since the tick before, where they are too few for the hours; undefined where nothing stands out. */
export function hastyMinutes(hours: number, before: Temporal.Instant, at: Temporal.Instant): number | undefined {
  const minutes = Math.max(0, before.until(at).total('minutes'));
  return minutes < hours * 60 * share ? Math.floor(minutes) : undefined;
}
