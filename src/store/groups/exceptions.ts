/** When a group does not meet as usual: sessions skipped or moved, holidays, pauses. */
import type { Break, Exceptions, SessionChange } from '../../domain/groups/session.ts';
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string; groupKey: string };

/** Breaks under this key are every group's. */
export const everyGroup = '*';

const changes = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('session_changes')
    .select(['planned', 'kind', 'moved_to', 'reason', 'revision'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const breaks = prepare((db, given: Given<Key & { every: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['kind', 'from_date', 'until_date', 'reason'])
    .where('guild_id', '=', given.guildId)
    .where(eb => eb.or([eb('group_key', '=', given.groupKey), eb('group_key', '=', given.every)]))
    .orderBy('id'),
);

export async function loadExceptions(db: Db, guildId: string, groupKey: string): Promise<Exceptions> {
  const changed = await changes.rows(db, { guildId, groupKey });
  const broken = await breaks.rows(db, { guildId, groupKey, every: everyGroup });
  return {
    changes: new Map(
      changed.map(({ planned, kind, moved_to: to, reason, revision }): [string, SessionChange] => [
        planned,
        { planned, kind, revision, ...(to === null ? {} : { to }), ...(reason === null ? {} : { reason }) },
      ]),
    ),
    breaks: broken.map(({ kind, from_date: from, until_date: until, reason }): Break => {
      return { kind, from, ...(until === null ? {} : { until }), ...(reason === null ? {} : { reason }) };
    }),
  };
}
