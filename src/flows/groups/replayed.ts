/** An interaction that comes again may not undo what was decided since. */
import { effectKey } from '../../domain/effect.ts';
import type { Db } from '../../store/database.ts';
import { findDelivery } from '../../store/outbox.ts';

/** It has changed when one of these groups meets. */
export async function isReplayed(
  tx: Db,
  guildId: string,
  groupKeys: readonly string[],
  because: string,
): Promise<boolean> {
  for (const groupKey of groupKeys)
    if (await findDelivery(tx, effectKey({ kind: 'mirror-sessions', guildId, groupKey, because }))) return true;
  return false;
}
