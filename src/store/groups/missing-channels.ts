/** Which groups' channels Discord no longer knows (10003), and whether Cairn has stopped speaking there. */
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string; groupKey: string };

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('schedules')
    .select(['missing_since', 'disabled_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const save = prepare((db, given: Given<Key & { since: string | null; disabledAt: string | null }>) =>
  db
    .updateTable('schedules')
    .set({ missing_since: given.since, disabled_at: given.disabledAt })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const found = prepare((db, given: Given<Key>) =>
  db
    .updateTable('schedules')
    .set({ missing_since: null })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('missing_since', 'is not', null)
    .where('disabled_at', 'is', null),
);

const oncePatience = Temporal.Duration.from({ hours: 1 });

/**
 * `first`: the ping is suppressed and organisers are told; so again within an hour. `again`: at least an hour later, and
 * the group's pings are switched off until an organiser has repaired it.
 */
export async function noteMissing(
  tx: Db,
  guildId: string,
  groupKey: string,
  now: Temporal.Instant,
): Promise<'first' | 'again'> {
  const row = await find.first(tx, { guildId, groupKey });
  const since = row?.missing_since ? fromText(row.missing_since) : now;
  const isAgain = Temporal.Instant.compare(since.add(oncePatience), now) <= 0;
  const disabledAt = row?.disabled_at ?? (isAgain ? toText(now) : null);
  await save.changes(tx, { guildId, groupKey, since: toText(since), disabledAt });
  return isAgain ? 'again' : 'first';
}

/** The channel is there: whatever was missing before counts no more. */
export async function noteFound(tx: Db, guildId: string, groupKey: string): Promise<void> {
  await found.changes(tx, { guildId, groupKey });
}

/** An organiser has repaired it. */
export async function enableAgain(tx: Db, guildId: string, groupKey: string): Promise<void> {
  await save.changes(tx, { guildId, groupKey, since: null, disabledAt: null });
}
