/** Taking a tick back. Certificates already earned stay. */
import type { Curriculum, Item } from './curriculum.ts';
import type { Shown } from './evidence.ts';
import type { EarnedCertificate, Learner } from './learner.ts';
import { type Movements, movements } from './movement.ts';

export type UndoOutcome =
  | ({
      readonly kind: 'undone';
      readonly item: Item;
      readonly kept: readonly EarnedCertificate[];
      /** Taken back with it. */
      readonly shown?: Shown;
    } & Movements)
  | { readonly kind: 'not-done'; readonly item: Item }
  /** A later action of the member has already decided otherwise. */
  | { readonly kind: 'superseded'; readonly item: Item }
  | { readonly kind: 'unknown-item'; readonly asked: string; readonly nearest: readonly Item[] };

export function undoItem(curriculum: Curriculum, learner: Learner, item: Item): UndoOutcome {
  if (!learner.ticks.has(item.id)) return { kind: 'not-done', item };
  const after = new Map(learner.ticks);
  after.delete(item.id);
  const kept = [...learner.certificates.values()].filter(earned =>
    curriculum.certificates.get(earned.certificateId)?.itemIds.includes(item.id),
  );
  return { kind: 'undone', item, kept, ...movements(curriculum, learner.enrolments, item.id, learner.ticks, after) };
}
