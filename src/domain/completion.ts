/** Completing an item: what a tick or what is shown for it changes, or why nothing does. */
import { type Awaited, awaited, newlyEarned, wantingWork } from './certification.ts';
import type { Certificate, Curriculum, Item } from './curriculum.ts';
import type { Upload } from './evidence.ts';
import { type EarnedCertificate, type EvidenceLevel, evidenceLevels, type Learner, type Tick } from './learner.ts';
import { type Movements, movements } from './movement.ts';
import { nextSteps, type Step } from './next.ts';

/** What a member shows for an item, before anybody has looked whether it can be taken. */
export interface Offered {
  readonly link?: string;
  readonly file?: Upload;
}

/** What follows for certificates, and what comes next. */
interface Gained {
  readonly item: Item;
  readonly evidence: EvidenceLevel;
  readonly certificates: readonly EarnedCertificate[];
  /** These have all their ticks and wait for something else. */
  readonly awaited: readonly Awaited[];
  /** These will want to see the work of this item. */
  readonly wantingWork: readonly Certificate[];
  readonly next: readonly Step[];
  /** How many paths the learner is on. */
  readonly enrolments: number;
}

export type CompletionOutcome =
  | ({ readonly kind: 'completed' } & Gained & Movements)
  /** It was ticked before; now its work is shown, or shown anew. The tick keeps its date. */
  | ({ readonly kind: 'evidence-added'; readonly at: Temporal.Instant } & Gained)
  | {
      readonly kind: 'already-done';
      readonly item: Item;
      readonly at: Temporal.Instant;
      readonly evidence: EvidenceLevel;
      readonly wantingWork: readonly Certificate[];
      readonly next: readonly Step[];
    }
  | { readonly kind: 'coming-soon'; readonly item: Item; readonly next: readonly Step[] }
  | { readonly kind: 'retired'; readonly item: Item; readonly next: readonly Step[] }
  /** A later action of the member has already decided otherwise. */
  | { readonly kind: 'superseded'; readonly item: Item }
  | {
      readonly kind: 'unknown-item';
      readonly asked: string;
      readonly nearest: readonly Item[];
      /** Given with it, and to be given again. */
      readonly offered?: Offered;
    };

export interface Completion {
  readonly outcome: CompletionOutcome;
  /** What to save; absent when nothing changes. */
  readonly tick?: Tick;
  readonly certificates: readonly EarnedCertificate[];
}

export function completeItem(
  curriculum: Curriculum,
  learner: Learner,
  item: Item,
  evidence: EvidenceLevel,
  at: Temporal.Instant,
): Completion {
  const done = learner.ticks.get(item.id);
  if (done) {
    if (evidence !== 'self-marked') {
      const { tick, gained } = gain(curriculum, learner, { ...done, evidence: stronger(done.evidence, evidence) }, at);
      return {
        tick,
        certificates: gained.certificates,
        outcome: { kind: 'evidence-added', item, at: done.at, ...gained },
      };
    }
    return {
      outcome: {
        kind: 'already-done',
        item,
        at: done.at,
        evidence: done.evidence,
        wantingWork: wantingWork(curriculum, learner, item.id),
        next: nextSteps(curriculum, learner, 1),
      },
      certificates: [],
    };
  }
  if (item.status !== 'active') {
    return { outcome: { kind: item.status, item, next: nextSteps(curriculum, learner, 1) }, certificates: [] };
  }

  const { tick, after, gained } = gain(curriculum, learner, { itemId: item.id, evidence, at }, at);
  return {
    tick,
    certificates: gained.certificates,
    outcome: {
      kind: 'completed',
      item,
      ...gained,
      ...movements(curriculum, learner.enrolments, item.id, learner.ticks, after.ticks),
    },
  };
}

function gain(curriculum: Curriculum, learner: Learner, tick: Tick, at: Temporal.Instant) {
  const { itemId, evidence } = tick;
  const after = {
    ...learner,
    ticks: {
      has: (id: string) => id === itemId || learner.ticks.has(id),
      get: (id: string) => (id === itemId ? tick : learner.ticks.get(id)),
    },
  };
  const gained = {
    evidence,
    certificates: newlyEarned(curriculum, after, at),
    awaited: awaited(curriculum, after, itemId),
    wantingWork: wantingWork(curriculum, after, itemId),
    next: nextSteps(curriculum, after, 1),
    enrolments: learner.enrolments.length,
  };
  return { tick, after, gained };
}

/** A link given after somebody has confirmed the work takes nothing from it. */
function stronger(one: EvidenceLevel, other: EvidenceLevel): EvidenceLevel {
  return evidenceLevels.indexOf(one) >= evidenceLevels.indexOf(other) ? one : other;
}
