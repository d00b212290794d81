/** A member leaves a path. Ticks and certificates stay. */
import type { LeaveOutcome } from '../domain/enrolling.ts';
import { progressOn } from '../domain/progress.ts';
import { findExact, nearest } from '../domain/search.ts';
import { inTransaction } from '../store/database.ts';
import { leave } from '../store/enrolments.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import type { Asker, FlowContext } from './context.ts';

export async function leavePath(context: FlowContext, asker: Asker, asked: string): Promise<LeaveOutcome> {
  const { db, paths, now } = context;
  const path = findExact(paths, asked);
  if (!path) return { kind: 'unknown-path', asked, nearest: nearest(paths, asked, 3) };
  return await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const { ticks } = await loadLearner(tx, asker);
    const left = await leave(tx, asker, path.id, now(), asker.interactionId);
    return left ? { kind: 'left', progress: progressOn(path, ticks) } : { kind: 'not-on', path };
  });
}
