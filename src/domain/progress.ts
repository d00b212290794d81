/** How far along a learner is on a path. */
import type { CompletedPath, Curriculum, Path, Place, Span, Stage } from './curriculum.ts';
import type { Learner, Ticked } from './learner.ts';

/** Hours still ahead: the sum of what has a figure, and how many places have none. */
export interface HoursLeft {
  readonly span: Span;
  readonly unestimated: number;
}

export interface StageProgress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

export interface PathProgress {
  readonly path: Path;
  readonly done: number;
  readonly total: number;
  /** 0 to 100, whole; 100 only when everything is done, 0 only when nothing is. */
  readonly percent: number;
  readonly hoursLeft: HoursLeft;
  readonly stages: readonly StageProgress[];
}

/** Places that count: coming-soon ones are outside the path's figures. */
export function countedPlaces(path: Path): readonly Place[] {
  return countedOf(path).places;
}

interface Counted {
  readonly places: readonly Place[];
  readonly stages: readonly { readonly stage: Stage; readonly places: readonly Place[] }[];
}

/** Paths are frozen, and each is asked about with every answer. */
const counted = new WeakMap<Path, Counted>();

function countedOf(path: Path): Counted {
  let known = counted.get(path);
  if (!known) {
    const stages = path.stages.map(stage => ({ stage, places: stage.places.filter(place => !place.comingSoon) }));
    const places = stages.flatMap(({ places }) => places);
    known = { stages, places };
    counted.set(path, known);
  }
  return known;
}

export function percentOf(done: number, total: number): number {
  if (done === 0 || total === 0) return 0;
  return done === total ? 100 : Math.max(1, Math.min(99, Math.floor((100 * done) / total)));
}

export function progressOn(path: Path, ticks: Ticked): PathProgress {
  const { places, stages: parts } = countedOf(path);
  const ahead: Place[] = [];
  const stages = parts.map(({ stage, places }) => {
    const before = ahead.length;
    for (const place of places) if (!ticks.has(place.itemId)) ahead.push(place);
    return { stage, done: places.length - (ahead.length - before), total: places.length };
  });
  const total = places.length;
  const done = total - ahead.length;
  return { path, done, total, percent: percentOf(done, total), hoursLeft: hoursOf(ahead), stages };
}

function hoursOf(places: readonly Place[]): HoursLeft {
  let [min, max, unestimated] = [0, 0, 0];
  for (const { hours } of places) {
    if (hours) {
      min += hours.min;
      max += hours.max;
    } else unestimated++;
  }
  return { span: { min, max }, unestimated };
}

function isComplete(path: Path, ticks: Ticked): boolean {
  const counted = countedPlaces(path);
  return counted.length > 0 && counted.every(place => ticks.has(place.itemId));
}

/** What tells whether a path was completed: what is ticked now, and what was earned once. */
interface LearningRecord {
  readonly ticks: Ticked;
  readonly certificates: Learner['certificates'];
}

/**
 * Whether the learner has completed a path of the wanted kinds, or one of the wanted paths. A path whose certificate
 * is held stays completed, like the certificate, when an item is undone or the path grows.
 */
export function hasCompleted(wanted: CompletedPath, curriculum: Curriculum, learner: LearningRecord): boolean {
  const certified = new Set([...learner.certificates.keys()].map(id => curriculum.certificates.get(id)?.pathId));
  for (const path of curriculum.paths.values()) {
    const fits = wanted.paths.includes(path.id) || (wanted.kinds.includes(path.kind) && path.variantOf === undefined);
    if (fits && (certified.has(path.id) || isComplete(path, learner.ticks))) return true;
  }
  return false;
}
