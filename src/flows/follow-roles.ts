/** Roles follow a change of paths or certificates: noted, and put into the outbox, in the transaction of the change. */
import type { Member } from '../domain/member.ts';
import type { Db } from '../store/database.ts';
import { enqueue } from '../store/outbox.ts';
import { noteRoleChange } from '../store/role-changes.ts';

/** @param because what changed them: an interaction's id, or another name that comes but once. */
export async function followRoles(
  tx: Db,
  { guildId, userId }: Member,
  because: string,
  now: Temporal.Instant,
): Promise<void> {
  const member = { guildId, userId };
  await noteRoleChange(tx, member, now);
  await enqueue(tx, [{ kind: 'sync-roles', member, because }], now);
}
