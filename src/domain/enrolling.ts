/** Choosing and leaving paths. */
import type { Curriculum, Path, PathKind, Prerequisite } from './curriculum.ts';
import type { EarnedCertificate, Learner } from './learner.ts';
import { nextSteps, openPlaces, type Step } from './next.ts';
import { hasCompleted, type PathProgress, progressOn } from './progress.ts';

/** Prerequisites are shown when choosing; nobody is refused a path for want of one. */
export interface PrerequisiteState {
  readonly prerequisite: Prerequisite;
  readonly met: 'declared' | 'completed' | 'no';
}

export type ChoiceOutcome =
  | {
      /** `not-on`: looked at, not taken up. */
      readonly kind: 'chosen' | 'already-on' | 'not-on';
      readonly progress: PathProgress;
      readonly prerequisites: readonly PrerequisiteState[];
      readonly next?: Step;
      readonly certificates: readonly EarnedCertificate[];
      /** Ids of the channels that the path's role opens. */
      readonly opened?: readonly string[];
    }
  | { readonly kind: 'pick'; readonly paths: readonly PathChoice[]; readonly family?: PathKind }
  | { readonly kind: 'unknown-path'; readonly asked: string; readonly nearest: readonly Path[] };

/** A path as a picker or a list offers it. */
export interface PathChoice {
  readonly path: Path;
  readonly items: number;
  readonly percent: number;
  readonly enrolled: boolean;
}

export type LeaveOutcome =
  /** `closed`: ids of the channels that go with the path's role. */
  | { readonly kind: 'left'; readonly progress: PathProgress; readonly closed?: readonly string[] }
  | { readonly kind: 'not-on'; readonly path: Path }
  | { readonly kind: 'unknown-path'; readonly asked: string; readonly nearest: readonly Path[] };

export function prerequisiteStates(path: Path, curriculum: Curriculum, learner: Learner): readonly PrerequisiteState[] {
  return path.prerequisites.map(prerequisite => {
    if (prerequisite.completed && hasCompleted(prerequisite.completed, curriculum, learner)) {
      return { prerequisite, met: 'completed' };
    }
    return { prerequisite, met: learner.declared.has(prerequisite.id) ? 'declared' : 'no' };
  });
}

export function pathChoices(curriculum: Curriculum, learner: Learner, family?: PathKind): readonly PathChoice[] {
  const enrolled = new Set(learner.enrolments.map(({ pathId }) => pathId));
  return [...curriculum.paths.values()]
    .filter(path => family === undefined || path.kind === family)
    .map(path => {
      const { total, percent } = progressOn(path, learner.ticks);
      return { path, items: total, percent, enrolled: enrolled.has(path.id) };
    });
}

/** The first thing still open on a path, or what the learner's other paths have next. */
export function firstStep(path: Path, curriculum: Curriculum, learner: Learner): Step | undefined {
  const place = openPlaces(path, curriculum, learner.ticks)[0];
  return place ? { path, place } : nextSteps(curriculum, learner, 1)[0];
}
