/** Groups that members proposed, and which groups have ended. */
import { sql } from 'kysely';
import type { GroupDefinition } from '../../domain/groups/group.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { isNewer } from '../newer.ts';
import { type Given, prepare } from '../prepare.ts';
import { parsed } from '../problem-payload.ts';

export type GroupState = 'proposed' | 'running' | 'declined' | 'ended';

export interface GroupRecord {
  readonly key: string;
  readonly state: GroupState;
  /** Absent: the file has it. */
  readonly definition?: GroupDefinition;
  readonly proposedBy?: string;
}

const all = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('groups')
    .select(['group_key', 'state', 'definition', 'proposed_by'])
    .where('guild_id', '=', given.guildId)
    .orderBy('group_key'),
);

export async function groupRecords(db: Db, guildId: string): Promise<readonly GroupRecord[]> {
  const rows = await all.rows(db, { guildId });
  return rows.map(({ group_key: key, state, definition, proposed_by: proposedBy }) => ({
    key,
    state,
    ...(definition === null ? {} : { definition: parsed(definition) as GroupDefinition }),
    ...(proposedBy === null ? {} : { proposedBy }),
  }));
}

type Key = { guildId: string; groupKey: string };
type Change = { now: string; by: string };

const end = prepare((db, given: Given<Key & Change>) =>
  db
    .insertInto('groups')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      definition: null,
      state: 'ended',
      proposed_by: null,
      changed_at: given.now,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'group_key'])
        .doUpdateSet({ state: 'ended', changed_at: given.now, changed_by: given.by }),
    ),
);

const startAgain = prepare((db, given: Given<Key & { by: string }>) =>
  db
    .deleteFrom('groups')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('state', '=', 'ended')
    .where('definition', 'is', null)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

const propose = prepare((db, given: Given<Key & Change & { definition: string; userId: string }>) =>
  db
    .insertInto('groups')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      definition: given.definition,
      state: 'proposed',
      proposed_by: given.userId,
      changed_at: given.now,
      changed_by: given.by,
    })
    .onConflict(conflict => conflict.doNothing()),
);

const decide = prepare((db, given: Given<Key & Change & { state: 'running' | 'declined' }>) =>
  db
    .updateTable('groups')
    .set({ state: given.state, changed_at: given.now, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('state', '=', 'proposed')
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

interface Decision {
  readonly at: Temporal.Instant;
  /** The interaction's id. */
  readonly by: string;
}

/** Of the file or proposed. */
export async function saveEnded(tx: Db, guildId: string, groupKey: string, { at, by }: Decision): Promise<void> {
  await end.changes(tx, { guildId, groupKey, now: toText(at), by });
}

/** One of the file is as if it had never ended. False where it has not, or ended later than by this interaction. */
export async function forgetEnd(tx: Db, guildId: string, groupKey: string, by: string): Promise<boolean> {
  return (await startAgain.changes(tx, { guildId, groupKey, by })) > 0;
}

/** False where there is a group of this key, in whatever state. */
export async function saveProposal(
  tx: Db,
  guildId: string,
  groupKey: string,
  { definition, userId, at, by }: Decision & { readonly definition: GroupDefinition; readonly userId: string },
): Promise<boolean> {
  const values = { guildId, groupKey, definition: JSON.stringify(definition), userId };
  return (await propose.changes(tx, { ...values, now: toText(at), by })) > 0;
}

/** False where it is no longer a proposal. */
export async function decideProposal(
  tx: Db,
  guildId: string,
  groupKey: string,
  { state, at, by }: Decision & { readonly state: 'running' | 'declined' },
): Promise<boolean> {
  return (await decide.changes(tx, { guildId, groupKey, state, now: toText(at), by })) > 0;
}
