/** Lets go of what is long past: of the ledger, of the outbox, and of what past sessions had on Discord. */
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

const pings = prepare((db, given: Given<{ guildId: string; groupKey: string; before: string }>) =>
  db
    .deleteFrom('pings')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('due_at', '<', given.before)
    .where('settled_at', '<', given.before),
);

const sent = prepare((db, given: Given<{ guildId: string; before: string }>) =>
  db
    .deleteFrom('outbox')
    .where('guild_id', '=', given.guildId)
    .where('kind', 'in', ['ping', 'mirror-sessions'])
    .where('settled_at', '<', given.before),
);

const bindings = prepare((db, given: Given<{ guildId: string; pattern: string }>) =>
  db.selectFrom('bindings').select('name').where('guild_id', '=', given.guildId).where('name', 'like', given.pattern),
);

const movedTo = prepare((db, given: Given<{ guildId: string; groupKey: string; planned: string }>) =>
  db
    .selectFrom('session_changes')
    .select('moved_to')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('planned', '=', given.planned),
);

/** What an attempt that was cut off said of it is still to be looked for. */
const stillDue = prepare((db, given: Given<{ guildId: string; groupKey: string; planned: string; changed: string }>) =>
  db
    .selectFrom('pings')
    .select('occurrence')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where(eb => eb.or([eb('occurrence', '=', given.planned), eb('occurrence', 'like', given.changed)]))
    .where('state', '=', 'due')
    .limit(1),
);

const forget = prepare((db, given: Given<{ guildId: string; name: string }>) =>
  db.deleteFrom('bindings').where('guild_id', '=', given.guildId).where('name', '=', given.name),
);

/** Those that were due and settled before. */
export async function forgetPings(tx: Db, guildId: string, groupKey: string, before: Temporal.Instant): Promise<void> {
  await pings.changes(tx, { guildId, groupKey, before: toText(before) });
}

/** What the calendar put into the outbox and is settled. */
export async function forgetSent(tx: Db, guildId: string, before: Temporal.Instant): Promise<void> {
  await sent.changes(tx, { guildId, before: toText(before) });
}

/** Which thread and which event were those of sessions that took place before; they stay on Discord. */
export async function forgetSessionBindings(
  tx: Db,
  guildId: string,
  groupKey: string,
  before: Temporal.Instant,
): Promise<void> {
  // A wall time is less than a day from the same in UTC, wherever it is.
  const latest = before.subtract({ hours: 24 }).toString().slice(0, 'yyyy-mm-ddThh:mm'.length);
  for (const kind of ['thread', 'event']) {
    for (const { name } of await bindings.rows(tx, { guildId, pattern: `${kind}:${groupKey}/%` })) {
      const planned = name.slice(name.indexOf('/') + 1);
      if (planned >= latest) continue;
      if (await stillDue.first(tx, { guildId, groupKey, planned, changed: `${planned}~%` })) continue;
      const moved = (await movedTo.first(tx, { guildId, groupKey, planned }))?.moved_to;
      if (!moved || moved < latest) await forget.changes(tx, { guildId, name });
    }
  }
}
