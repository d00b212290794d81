/** What organisers have yet to hear where no private channel could carry it, and how they have it tried again. */
import { certificateRole } from '../domain/binding.ts';
import type { OrganiserProblem } from '../domain/problem.ts';
import { forgetGone } from '../store/bindings.ts';
import { inTransaction } from '../store/database.ts';
import { markTold, untold } from '../store/notices.ts';
import { requeueRole, retryNow } from '../store/outbox.ts';
import type { FlowContext } from './context.ts';

export async function untoldNotices(context: FlowContext, guildId: string): Promise<readonly OrganiserProblem[]> {
  return await untold(context.db, guildId);
}

/** Called once the notices have really been shown to somebody who can repair them. */
export async function noticesTold(
  context: FlowContext,
  guildId: string,
  told: readonly OrganiserProblem[],
): Promise<void> {
  await inTransaction(context.db, tx => markTold(tx, guildId, told, context.now()));
}

/** Something on the server may have been repaired: what waited for it is tried at once. */
export async function retryBlocked(context: FlowContext, guildId: string): Promise<void> {
  if ((await retryNow(context.db, guildId, context.now())) > 0) context.wake();
}

/**
 * An organiser wants a role or channel that was deleted by hand to be made again; whoever had the role gets it anew.
 * False when it is not gone, such as at a second press.
 */
export async function recreate(context: FlowContext, guildId: string, binding: string): Promise<boolean> {
  const { db, curriculum, now, wake } = context;
  const isGone = await inTransaction(db, async tx => {
    if (!(await forgetGone(tx, guildId, binding))) return false;
    for (const { id } of curriculum.certificates.values()) {
      if (certificateRole(id) === binding) await requeueRole(tx, guildId, id, now());
    }
    await retryNow(tx, guildId, now());
    return true;
  });
  if (isGone) wake();
  return isGone;
}
