/** What Cairn says by the calendar on a server: as usual, unless its organisers decided otherwise. */
import type { PingRules } from '../../domain/groups/ping.ts';
import { rulesOf } from '../../domain/groups/ping-rules.ts';
import type { Db } from '../../store/database.ts';
import { findSetting } from '../../store/settings.ts';

export const rulesSetting = 'ping-rules';

/** @param db a transaction, or the context's own. */
export async function pingRules(db: Db, guildId: string): Promise<PingRules> {
  return rulesOf((await findSetting(db, guildId, rulesSetting))?.value);
}
