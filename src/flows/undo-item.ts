/** A member takes a tick back. */
import { findExact, nearest } from '../domain/search.ts';
import { undoItem as decide, type UndoOutcome } from '../domain/undoing.ts';
import { inTransaction } from '../store/database.ts';
import { findEvidence, forgetEvidence } from '../store/evidence.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { forgetReview } from '../store/reviews.ts';
import { undoTick } from '../store/ticks.ts';
import type { Asker, FlowContext } from './context.ts';

export async function undoItem(context: FlowContext, asker: Asker, asked: string): Promise<UndoOutcome> {
  const { db, curriculum, items, now } = context;
  const item = findExact(items, asked);
  if (!item) return { kind: 'unknown-item', asked, nearest: nearest(items, asked, 3) };

  return await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const outcome = decide(curriculum, await loadLearner(tx, asker), item);
    if (outcome.kind !== 'undone') return outcome;
    const undone = await undoTick(tx, asker, item.id, now(), asker.interactionId);
    if (!undone) return { kind: 'superseded', item };
    const shown = await findEvidence(tx, asker, item.id);
    await forgetEvidence(tx, asker, item.id);
    await forgetReview(tx, asker, item.id);
    return shown ? { ...outcome, shown } : outcome;
  });
}
