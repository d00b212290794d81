/** Writes what was decided about one session. */
import type { SessionChange } from '../../domain/groups/session.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type Row = {
  guildId: string;
  groupKey: string;
  planned: string;
  kind: SessionChange['kind'];
  to: string | null;
  was: string | null;
  reason: string | null;
  revision: number;
  userId: string | null;
  now: string;
};

const save = prepare((db, given: Given<Row>) =>
  db
    .insertInto('session_changes')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      planned: given.planned,
      kind: given.kind,
      moved_to: given.to,
      was_at: given.was,
      reason: given.reason,
      revision: given.revision,
      user_id: given.userId,
      changed_at: given.now,
    })
    .onConflict(conflict =>
      conflict.columns(['guild_id', 'group_key', 'planned']).doUpdateSet(eb => ({
        kind: eb.ref('excluded.kind'),
        moved_to: eb.ref('excluded.moved_to'),
        was_at: eb.ref('excluded.was_at'),
        reason: eb.ref('excluded.reason'),
        revision: eb.ref('excluded.revision'),
        user_id: eb.ref('excluded.user_id'),
        changed_at: eb.ref('excluded.changed_at'),
      })),
    ),
);

/** @param by absent: on Discord's own calendar, which does not say who. */
export async function saveChange(
  tx: Db,
  { guildId, groupKey, by }: { readonly guildId: string; readonly groupKey: string; readonly by?: string | undefined },
  { planned, kind, to, was, reason, revision }: SessionChange,
  now: Temporal.Instant,
): Promise<void> {
  await save.changes(tx, {
    guildId,
    groupKey,
    planned,
    kind,
    to: to ?? null,
    was: was ?? null,
    reason: reason ?? null,
    revision,
    userId: by ?? null,
    now: toText(now),
  });
}
