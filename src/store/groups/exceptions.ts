/** When a group does not meet as usual: sessions skipped or moved, holidays, pauses. */
import type { Break, Exceptions, SessionChange } from '../../domain/groups/session.ts';
import type { Db } from '../database.ts';
import { fromText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string; groupKey: string };

/** Breaks under this key are every group's. */
export const everyGroup = '*';

const changes = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('session_changes')
    .select(['planned', 'kind', 'moved_to', 'was_at', 'reason', 'revision', 'changed_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const breaks = prepare((db, given: Given<Key & { every: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where(eb => eb.or([eb('group_key', '=', given.groupKey), eb('group_key', '=', given.every)]))
    .orderBy('id'),
);

const changesOnServer = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('session_changes')
    .select(['group_key', 'planned', 'kind', 'moved_to', 'was_at', 'reason', 'revision', 'changed_at'])
    .where('guild_id', '=', given.guildId),
);

const breaksOnServer = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['group_key', 'kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .orderBy('id'),
);

export async function loadExceptions(db: Db, guildId: string, groupKey: string): Promise<Exceptions> {
  const changed = await changes.rows(db, { guildId, groupKey });
  const broken = await breaks.rows(db, { guildId, groupKey, every: everyGroup });
  return exceptionsOf(changed, broken);
}

/** Those of every group at once, by its key. */
export async function exceptionsOfServer(db: Db, guildId: string): Promise<(groupKey: string) => Exceptions> {
  const changed = Map.groupBy(await changesOnServer.rows(db, { guildId }), row => row.group_key);
  const broken = await breaksOnServer.rows(db, { guildId });
  return groupKey =>
    exceptionsOf(
      changed.get(groupKey) ?? [],
      broken.filter(row => row.group_key === groupKey || row.group_key === everyGroup),
    );
}

interface ChangeRow {
  readonly planned: string;
  readonly kind: SessionChange['kind'];
  readonly moved_to: string | null;
  readonly was_at: string | null;
  readonly reason: string | null;
  readonly revision: number;
  readonly changed_at: string;
}

interface BreakRow {
  readonly kind: Break['kind'];
  readonly from_date: string;
  readonly until_date: string | null;
  readonly reason: string | null;
  readonly noted_at: string;
  readonly lifted_at: string | null;
}

function exceptionsOf(changed: readonly ChangeRow[], broken: readonly BreakRow[]): Exceptions {
  return {
    changes: new Map(
      changed.map(
        ({ planned, kind, moved_to: to, was_at: was, reason, revision, changed_at }): [string, SessionChange] => [
          planned,
          {
            planned,
            kind,
            revision,
            ...(to === null ? {} : { to }),
            ...(was === null ? {} : { was }),
            ...(reason === null ? {} : { reason }),
            changedAt: fromText(changed_at),
          },
        ],
      ),
    ),
    breaks: broken.map(
      ({ kind, from_date: from, until_date: until, reason, noted_at, lifted_at }): Break => ({
        kind,
        from,
        ...(until === null ? {} : { until }),
        ...(reason === null ? {} : { reason }),
        notedAt: fromText(noted_at),
        ...(lifted_at === null ? {} : { liftedAt: fromText(lifted_at) }),
      }),
    ),
  };
}
