/** A member finishes an item: the tick, what is shown for it, and the certificates it earns are saved as one. */
import { type Completion, type CompletionOutcome, completeItem as decide } from '../domain/completion.ts';
import type { Item } from '../domain/curriculum.ts';
import type { Shown } from '../domain/evidence.ts';
import type { Learner } from '../domain/learner.ts';
import { hastyMinutes, leastHours } from '../domain/pace.ts';
import { findExact, nearest } from '../domain/search.ts';
import { saveCertificates } from '../store/certificates.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { saveEvidence } from '../store/evidence.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { noteForReview } from '../store/reviews.ts';
import { latestTickAt, saveTick, strengthenTick } from '../store/ticks.ts';
import type { Asker, FlowContext } from './context.ts';
import { followRoles } from './follow-roles.ts';
import { suggestOpenItems } from './suggest.ts';

/** @param shown absent: the item is only marked. */
export async function completeItem(
  context: FlowContext,
  asker: Asker,
  asked: string,
  shown?: Shown,
): Promise<CompletionOutcome> {
  const { db, curriculum, items, now, wake } = context;
  const item = findExact(items, asked);
  if (!item) return { kind: 'unknown-item', asked, nearest: await offered(context, asker, asked) };

  const completion = await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const learner = await loadLearner(tx, asker);
    const at = now();
    const decided = decide(curriculum, learner, item, shown ? 'linked' : 'self-marked', at);
    if (!decided.tick) return decided;
    const hasty = await hastily(context, tx, asker, learner, item, decided, at);
    if (!(await save(tx, asker, decided, shown, at))) {
      return { outcome: { kind: 'superseded', item } as const, certificates: [] };
    }
    if (shown || hasty !== undefined) await noteForReview(tx, asker, item.id, at, hasty);
    await saveCertificates(tx, asker, decided.certificates);
    if (decided.certificates.length > 0) await followRoles(tx, asker, asker.interactionId, now());
    return decided;
  });
  if (completion.certificates.length > 0) wake();
  return completion.outcome;
}

async function save(
  tx: Db,
  asker: Asker,
  { tick, outcome }: Completion,
  shown: Shown | undefined,
  at: Temporal.Instant,
): Promise<boolean> {
  if (!tick) return false;
  const write = outcome.kind === 'evidence-added' ? strengthenTick : saveTick;
  if (!(await write(tx, asker, tick, asker.interactionId))) return false;
  if (shown) await saveEvidence(tx, asker, tick.itemId, shown, at, asker.interactionId);
  return true;
}

/** Minutes since the tick before, where the item's hours make that remarkable. */
async function hastily(
  { curriculum }: FlowContext,
  tx: Db,
  asker: Asker,
  { enrolments, ticks }: Learner,
  item: Item,
  { outcome }: Completion,
  at: Temporal.Instant,
): Promise<number | undefined> {
  const hours = outcome.kind === 'completed' && ticks.size > 0 ? leastHours(curriculum, enrolments, item) : undefined;
  const before = hours === undefined ? undefined : await latestTickAt(tx, asker);
  return hours === undefined || before === undefined ? undefined : hastyMinutes(hours, before, at);
}

/** Nothing named: the member's own next items. */
async function offered(context: FlowContext, asker: Asker, asked: string): Promise<readonly Item[]> {
  if (asked.trim() === '') return (await suggestOpenItems(context, asker, '')).slice(0, 3);
  return nearest(context.items, asked, 3);
}
