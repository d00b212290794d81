/** A member who left and came back gets the roles of the certificates earned before. */
import { certificateRole } from '../domain/binding.ts';
import type { Effect } from '../domain/effect.ts';
import type { Member } from '../domain/member.ts';
import { findBinding } from '../store/bindings.ts';
import { certificatesBefore } from '../store/certificates.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { requeue } from '../store/outbox.ts';
import type { FlowContext } from './context.ts';

/** @param roleIds the roles the member has now. */
export async function restoreRoles(
  { db, now, wake }: FlowContext,
  { guildId, userId }: Member,
  joinedAt: Temporal.Instant,
  roleIds: readonly string[],
): Promise<void> {
  const member = { guildId, userId };
  const earned = await certificatesBefore(db, member, joinedAt);
  if (earned.length === 0) return;
  const restored = await inTransaction(db, async tx => {
    let count = 0;
    for (const certificateId of earned) {
      if (await hasRole(tx, guildId, certificateId, roleIds)) continue;
      const effect: Effect = { kind: 'grant-role', member, certificateId };
      if (await requeue(tx, effect, now())) count++;
    }
    return count;
  });
  if (restored > 0) wake();
}

/** Whether the certificate's role, as far as there is one, is among these. */
export async function hasRole(
  db: Db,
  guildId: string,
  certificateId: string,
  roleIds: readonly string[],
): Promise<boolean> {
  const binding = await findBinding(db, guildId, certificateRole(certificateId));
  return binding?.state === 'bound' && roleIds.includes(binding.discordId);
}
