/** When somebody last changed when the groups of a server meet, there or in the file: what a calendar gives as its date. */
import type { Db } from '../database.ts';
import { fromText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';
import { everyGroup } from './exceptions.ts';

const latest = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('session_changes')
    .select(['group_key', eb => eb.fn.max('changed_at').as('at')])
    .where('guild_id', '=', given.guildId)
    .groupBy('group_key')
    .unionAll(
      db
        .selectFrom('group_breaks')
        .select(['group_key', eb => eb.fn.max('noted_at').as('at')])
        .where('guild_id', '=', given.guildId)
        .groupBy('group_key'),
    )
    .unionAll(
      db
        .selectFrom('group_breaks')
        .select(['group_key', eb => eb.fn.max<string>('lifted_at').as('at')])
        .where('guild_id', '=', given.guildId)
        .where('lifted_at', 'is not', null)
        .groupBy('group_key'),
    )
    .unionAll(
      db
        .selectFrom('schedules')
        .select(['group_key', eb => eb.ref('recomputed_at').$notNull().as('at')])
        .where('guild_id', '=', given.guildId)
        .where('recomputed_at', 'is not', null),
    )
    .unionAll(db.selectFrom('groups').select(['group_key', 'changed_at as at']).where('guild_id', '=', given.guildId)),
);

/** By a group's key; undefined: nobody ever did. */
export async function lastChanges(
  db: Db,
  guildId: string,
): Promise<(groupKey: string) => Temporal.Instant | undefined> {
  const rows = await latest.rows(db, { guildId });
  return groupKey => {
    const instants = rows.filter(row => row.group_key === groupKey || row.group_key === everyGroup).map(({ at }) => at);
    const last = instants.sort().at(-1);
    return last === undefined ? undefined : fromText(last);
  };
}
