/**
 * Which role or channel on Discord is Cairn's own, by the name Cairn has for it: `role:foundation`,
 * `channel:certificates`. One is reserved before it is made, so that a crash between making and binding leaves a
 * trace. Who reserved is known by when: only with that instant may a reservation be renewed or become a binding.
 */
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

export type Binding =
  | { readonly state: 'reserved'; readonly since: Temporal.Instant }
  | { readonly state: 'bound' | 'gone'; readonly discordId: string; readonly since: Temporal.Instant };

type Key = { guildId: string; name: string };

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('bindings')
    .select(['state', 'discord_id', 'since'])
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name),
);

const insert = prepare((db, given: Given<Key & { since: string }>) =>
  db
    .insertInto('bindings')
    .values({ guild_id: given.guildId, name: given.name, discord_id: null, state: 'reserved', since: given.since })
    .onConflict(conflict => conflict.columns(['guild_id', 'name']).doNothing()),
);

const renew = prepare((db, given: Given<Key & { since: string; renewed: string }>) =>
  db
    .updateTable('bindings')
    .set({ since: given.renewed })
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name)
    .where('state', '=', 'reserved')
    .where('since', '=', given.since),
);

const fulfil = prepare((db, given: Given<Key & { since: string; discordId: string }>) =>
  db
    .updateTable('bindings')
    .set({ state: 'bound', discord_id: given.discordId })
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name)
    .where('state', '=', 'reserved')
    .where('since', '=', given.since),
);

const lose = prepare((db, given: Given<{ guildId: string; discordId: string }>) =>
  db
    .updateTable('bindings')
    .set({ state: 'gone' })
    .where('guild_id', '=', given.guildId)
    .where('discord_id', '=', given.discordId)
    .where('state', '=', 'bound')
    .returning('name'),
);

const forget = prepare((db, given: Given<Key>) =>
  db.deleteFrom('bindings').where('guild_id', '=', given.guildId).where('name', '=', given.name),
);

const forgetLost = prepare((db, given: Given<Key>) =>
  db
    .deleteFrom('bindings')
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name)
    .where('state', '=', 'gone'),
);

export async function findBinding(db: Db, guildId: string, name: string): Promise<Binding | undefined> {
  const row = await find.first(db, { guildId, name });
  if (!row) return undefined;
  const since = fromText(row.since);
  if (row.state === 'reserved' || row.discord_id === null) return { state: 'reserved', since };
  return { state: row.state, discordId: row.discord_id, since };
}

/** False when the name is reserved or bound already, or what it was bound to is gone. */
export async function reserve(db: Db, guildId: string, name: string, since: Temporal.Instant): Promise<boolean> {
  return (await insert.changes(db, { guildId, name, since: toText(since) })) > 0;
}

/** Takes over a reservation whose holder never came to bind it. False when somebody else was faster. */
export async function renewReservation(
  db: Db,
  guildId: string,
  name: string,
  since: Temporal.Instant,
  renewed: Temporal.Instant,
): Promise<boolean> {
  return (await renew.changes(db, { guildId, name, since: toText(since), renewed: toText(renewed) })) > 0;
}

/** False when the reservation is no longer the caller's. */
export async function bind(
  db: Db,
  guildId: string,
  name: string,
  since: Temporal.Instant,
  discordId: string,
): Promise<boolean> {
  return (await fulfil.changes(db, { guildId, name, since: toText(since), discordId })) > 0;
}

/** Notes that somebody deleted the role or channel. @returns the names it had here. */
export async function markGone(db: Db, guildId: string, discordId: string): Promise<readonly string[]> {
  return (await lose.rows(db, { guildId, discordId })).map(({ name }) => name);
}

/** Afterwards it may be reserved and made anew. */
export async function forgetBinding(db: Db, guildId: string, name: string): Promise<void> {
  await forget.changes(db, { guildId, name });
}

/** The same, only if what it was bound to is gone. False when it is not. */
export async function forgetGone(db: Db, guildId: string, name: string): Promise<boolean> {
  return (await forgetLost.changes(db, { guildId, name })) > 0;
}
