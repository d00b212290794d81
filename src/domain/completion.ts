/** Completing an item: what a tick changes, or why there is none. */
import { awaitingPath, newlyEarned } from './certification.ts';
import type { Certificate, Curriculum, Item } from './curriculum.ts';
import type { EarnedCertificate, EvidenceLevel, Learner, Tick } from './learner.ts';
import { type Movements, movements } from './movement.ts';
import { nextSteps, type Step } from './next.ts';

export type CompletionOutcome =
  | ({
      readonly kind: 'completed';
      readonly item: Item;
      readonly certificates: readonly EarnedCertificate[];
      /** These have all their items and wait for a completed path. */
      readonly awaitingPath: readonly Certificate[];
      readonly next: readonly Step[];
      /** How many paths the learner is on. */
      readonly enrolments: number;
    } & Movements)
  | {
      readonly kind: 'already-done';
      readonly item: Item;
      readonly at: Temporal.Instant;
      readonly next: readonly Step[];
    }
  | { readonly kind: 'coming-soon'; readonly item: Item; readonly next: readonly Step[] }
  | { readonly kind: 'retired'; readonly item: Item; readonly next: readonly Step[] }
  /** A later action of the member has already decided otherwise. */
  | { readonly kind: 'superseded'; readonly item: Item }
  | { readonly kind: 'unknown-item'; readonly asked: string; readonly nearest: readonly Item[] };

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
    return {
      outcome: { kind: 'already-done', item, at: done.at, next: nextSteps(curriculum, learner, 1) },
      certificates: [],
    };
  }
  if (item.status !== 'active') {
    return { outcome: { kind: item.status, item, next: nextSteps(curriculum, learner, 1) }, certificates: [] };
  }

  const tick: Tick = { itemId: item.id, evidence, at };
  const after = { ...learner, ticks: { has: (id: string) => id === item.id || learner.ticks.has(id) } };
  const certificates = newlyEarned(curriculum, after, at);
  return {
    tick,
    certificates,
    outcome: {
      kind: 'completed',
      item,
      certificates,
      awaitingPath: awaitingPath(curriculum, after, item.id),
      next: nextSteps(curriculum, after, 1),
      enrolments: learner.enrolments.length,
      ...movements(curriculum, learner.enrolments, item.id, learner.ticks, after.ticks),
    },
  };
}
