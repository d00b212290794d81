/** What a member is shown of paths and of their own learning: readings of the record that change nothing. */
import { type CertificateStanding, standing } from './certification.ts';
import type { Certificate, Curriculum, Item, Path, Place } from './curriculum.ts';
import { type PrerequisiteState, prerequisiteStates } from './enrolling.ts';
import type { Consistency } from './groups/consistency.ts';
import type { Learner } from './learner.ts';
import { openPlaces } from './next.ts';
import { type PathProgress, progressOn } from './progress.ts';

export interface PathStanding {
  readonly progress: PathProgress;
  /** Undone places, the next one first. */
  readonly open: readonly Place[];
}

export type PathOverview =
  | ({
      readonly kind: 'path';
      readonly enrolled: boolean;
      readonly prerequisites: readonly PrerequisiteState[];
      readonly certificate?: Certificate;
      /** Ids of the items the member has ticked. */
      readonly done: ReadonlySet<string>;
    } & PathStanding)
  | { readonly kind: 'unknown-path'; readonly asked: string; readonly nearest: readonly Path[] };

export interface ProgressOverview {
  /** The learner's paths, the latest first. */
  readonly paths: readonly PathStanding[];
  /** Items ticked, on whichever path or none. */
  readonly ticks: number;
  readonly certificates: number;
  /** Ticked, and a certificate of the learner's paths wants to see the work. */
  readonly unshown: readonly Item[];
  /** At the meetings of their groups; absent: in none, or no week counts yet. */
  readonly consistency?: Consistency;
}

function pathStanding(path: Path, curriculum: Curriculum, learner: Learner): PathStanding {
  return { progress: progressOn(path, learner.ticks), open: openPlaces(path, curriculum, learner.ticks) };
}

export function pathOverview(path: Path, curriculum: Curriculum, learner: Learner): PathOverview {
  const certificate = [...curriculum.certificates.values()].find(({ pathId }) => pathId === path.id);
  return {
    kind: 'path',
    ...pathStanding(path, curriculum, learner),
    enrolled: learner.enrolments.some(({ pathId }) => pathId === path.id),
    prerequisites: prerequisiteStates(path, curriculum, learner),
    done: new Set(learner.ticks.keys()),
    ...(certificate ? { certificate } : {}),
  };
}

export function progressOverview(curriculum: Curriculum, learner: Learner): ProgressOverview {
  const paths = learner.enrolments.toReversed().flatMap(({ pathId }) => curriculum.paths.get(pathId) ?? []);
  return {
    paths: paths.map(path => pathStanding(path, curriculum, learner)),
    ticks: learner.ticks.size,
    certificates: learner.certificates.size,
    unshown: unshownItems(curriculum, learner),
  };
}

/** Certificates earned, then those of the learner's paths, the nearest first. */
export function certificateStandings(curriculum: Curriculum, learner: Learner): readonly CertificateStanding[] {
  const chosen = new Set(learner.enrolments.map(({ pathId }) => pathId));
  return [...curriculum.certificates.values()]
    .map(certificate => standing(certificate, curriculum, learner))
    .filter(({ certificate, earned }) => earned || chosen.has(certificate.pathId))
    .sort(
      (a, b) =>
        Number(b.earned !== undefined) - Number(a.earned !== undefined) || a.itemsLeft.length - b.itemsLeft.length,
    );
}

function unshownItems(curriculum: Curriculum, learner: Learner): readonly Item[] {
  const ids = certificateStandings(curriculum, learner).flatMap(({ earned, unshown }) => (earned ? [] : unshown));
  return [...new Set(ids)].flatMap(id => curriculum.items.get(id) ?? []);
}
