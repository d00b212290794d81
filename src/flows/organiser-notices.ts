/** What organisers have yet to hear where no private channel could carry it, and how they have it tried again. */
import { certificatesChannel } from '../domain/binding.ts';
import type { Member } from '../domain/member.ts';
import type { OrganiserProblem } from '../domain/problem.ts';
import { bulkPass } from '../domain/role-pass.ts';
import { recordAudit } from '../store/audit.ts';
import { forgetGone } from '../store/bindings.ts';
import { inTransaction } from '../store/database.ts';
import { markTold, untold } from '../store/notices.ts';
import { enqueue, retryNow } from '../store/outbox.ts';
import type { FlowContext } from './context.ts';
import { startPass } from './start-role-passes.ts';

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
export async function recreate(context: FlowContext, member: Member, binding: string): Promise<boolean> {
  const { db, now, wake } = context;
  const { guildId } = member;
  const isGone = await inTransaction(db, async tx => {
    if (!(await forgetGone(tx, guildId, binding))) return false;
    if (binding.startsWith('role:')) await startPass(tx, guildId, bulkPass('recreated', now()), now());
    // The certificates' channel is made when something is announced there.
    else if (binding !== certificatesChannel)
      await enqueue(tx, [{ kind: 'make-channel', guildId, binding, because: now().toString() }], now());
    await retryNow(tx, guildId, now());
    await recordAudit(
      tx,
      member,
      { action: 'recreate', subject: binding.replace(/^channel:/, '#').replace(/^\w+:/, '') },
      now(),
    );
    return true;
  });
  if (isGone) wake();
  return isGone;
}
