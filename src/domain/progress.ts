/** How far along a learner is on a path. */
import type { CompletedPath, Curriculum, Path, Place, Span, Stage } from './curriculum.ts';
import type { Learner } from './learner.ts';

type Ticks = Learner['ticks'];

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
  return path.stages.flatMap(stage => stage.places.filter(place => !place.comingSoon));
}

export function percentOf(done: number, total: number): number {
  if (done === 0 || total === 0) return 0;
  return done === total ? 100 : Math.max(1, Math.min(99, Math.floor((100 * done) / total)));
}

export function progressOn(path: Path, ticks: Ticks): PathProgress {
  const stages = path.stages.map(stage => stageProgress(stage, ticks));
  const done = stages.reduce((sum, stage) => sum + stage.done, 0);
  const total = stages.reduce((sum, stage) => sum + stage.total, 0);
  const ahead = countedPlaces(path).filter(place => !ticks.has(place.itemId));
  return { path, done, total, percent: percentOf(done, total), hoursLeft: hoursOf(ahead), stages };
}

function stageProgress(stage: Stage, ticks: Ticks): StageProgress {
  const counted = stage.places.filter(place => !place.comingSoon);
  return { stage, done: counted.filter(place => ticks.has(place.itemId)).length, total: counted.length };
}

function hoursOf(places: readonly Place[]): HoursLeft {
  const known = places.flatMap(place => (place.hours ? [place.hours] : []));
  const sum = (pick: (span: Span) => number) => known.reduce((total, span) => total + pick(span), 0);
  return { span: { min: sum(s => s.min), max: sum(s => s.max) }, unestimated: places.length - known.length };
}

function isComplete(path: Path, ticks: Ticks): boolean {
  const counted = countedPlaces(path);
  return counted.length > 0 && counted.every(place => ticks.has(place.itemId));
}

/** Whether the learner has completed a path of the wanted kinds, or one of the wanted paths. */
export function hasCompleted(wanted: CompletedPath, curriculum: Curriculum, ticks: Ticks): boolean {
  return [...curriculum.paths.values()].some(
    path =>
      (wanted.paths.includes(path.id) || (wanted.kinds.includes(path.kind) && path.variantOf === undefined)) &&
      isComplete(path, ticks),
  );
}
