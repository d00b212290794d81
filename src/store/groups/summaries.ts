/** Which summaries of outages a server has had. */
import { communityKey } from '../../domain/groups/group.ts';
import type { Db } from '../database.ts';
import { fromText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

const waiting = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('pings')
    .select('occurrence')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'summary')
    .where('state', '=', 'due')
    .limit(1),
);

const last = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('pings')
    .select(eb => eb.fn.max('settled_at').as('at'))
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'summary')
    .where('state', '=', 'sent'),
);

export interface Summaries {
  /** One is planned and not out yet. */
  readonly isWaiting: boolean;
  readonly lastSentAt?: Temporal.Instant;
}

export async function summaries(db: Db, guildId: string): Promise<Summaries> {
  const key = { guildId, groupKey: communityKey };
  const isWaiting = (await waiting.first(db, key)) !== undefined;
  const at = (await last.first(db, key))?.at;
  return { isWaiting, ...(at ? { lastSentAt: fromText(at) } : {}) };
}
