/** A member finishes an item: the tick, the certificates it earns and their roles are saved as one. */
import { type CompletionOutcome, completeItem as decide } from '../domain/completion.ts';
import type { Item } from '../domain/curriculum.ts';
import type { Effect } from '../domain/effect.ts';
import { findExact, nearest } from '../domain/search.ts';
import { saveCertificates } from '../store/certificates.ts';
import { inTransaction } from '../store/database.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { enqueue } from '../store/outbox.ts';
import { saveTick } from '../store/ticks.ts';
import type { Asker, FlowContext } from './context.ts';
import { suggestOpenItems } from './suggest.ts';

export async function completeItem(context: FlowContext, asker: Asker, asked: string): Promise<CompletionOutcome> {
  const { db, curriculum, items, now, wake } = context;
  const item = findExact(items, asked);
  if (!item) return { kind: 'unknown-item', asked, nearest: await offered(context, asker, asked) };

  const completion = await inTransaction(db, async tx => {
    await lockMember(tx, asker);
    const learner = await loadLearner(tx, asker);
    const decided = decide(curriculum, learner, item, 'self-marked', now());
    if (!decided.tick) return decided;
    const saved = await saveTick(tx, asker, decided.tick, asker.interactionId);
    if (!saved) return { outcome: { kind: 'superseded', item } as const, certificates: [] };
    await saveCertificates(tx, asker, decided.certificates);
    await enqueue(
      tx,
      decided.certificates.map(earned => grantOf(asker, earned.certificateId)),
      now(),
    );
    return decided;
  });
  if (completion.certificates.length > 0) wake();
  return completion.outcome;
}

/** Nothing named: the member's own next items. */
async function offered(context: FlowContext, asker: Asker, asked: string): Promise<readonly Item[]> {
  if (asked.trim() === '') return (await suggestOpenItems(context, asker, '')).slice(0, 3);
  return nearest(context.items, asked, 3);
}

function grantOf({ guildId, userId }: Asker, certificateId: string): Effect {
  return { kind: 'grant-role', member: { guildId, userId }, certificateId };
}
