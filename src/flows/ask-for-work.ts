/** Whether a member is asked to show their work before an item is ticked, and what the question holds. */
import type { Item } from '../domain/curriculum.ts';
import { findExact } from '../domain/search.ts';
import type { WorkQuestion } from '../domain/work.ts';
import { findEvidence } from '../store/evidence.ts';
import { lastChange } from '../store/ticks.ts';
import type { Asker, FlowContext } from './context.ts';
import { organisersChannel } from './organisers-channel.ts';

/**
 * Undefined where there is nothing to ask: most items ask for no work, and what is not there can't be shown.
 * @param always also for an item that asks for none, or whose work has been shown.
 */
export async function askForWork(
  context: FlowContext,
  asker: Asker,
  asked: string,
  always = false,
): Promise<WorkQuestion | undefined> {
  const item = findExact(context.items, asked);
  if (!item || !(always || item.asksForWork)) return undefined;
  const change = await lastChange(context.db, asker, item.id);
  const tick = change?.undoneAt === undefined ? change?.tick : undefined;
  if (!tick && item.status !== 'active') return undefined;
  if (tick && tick.evidence !== 'self-marked' && !always) return undefined;
  return await question(context, asker, item, tick !== undefined);
}

async function question(context: FlowContext, asker: Asker, item: Item, isTicked: boolean): Promise<WorkQuestion> {
  const shown = await findEvidence(context.db, asker, item.id);
  const takesFiles = (await organisersChannel(context, asker.guildId)) !== undefined;
  return { item, isTicked, takesFiles, ...(shown ? { shown } : {}) };
}
