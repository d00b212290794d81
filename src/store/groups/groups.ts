/** Groups that members proposed, and which groups have ended. */
import type { GroupDefinition } from '../../domain/groups/group.ts';
import type { Db } from '../database.ts';
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
