/**
 * Which role or channel on Discord is Cairn's own, by the name Cairn has for it: `role:foundation`,
 * `channel:certificates`. One is reserved before it is made, so that a crash between making and binding leaves a
 * trace. Who reserved is known by when: only with that instant may a reservation be renewed or become a binding.
 */
import type { Attributes } from '../domain/attributes.ts';
import type { Known } from '../domain/setup-plan.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';
import { isRecord, parsed } from './problem-payload.ts';

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

const fulfil = prepare((db, given: Given<Key & { since: string; discordId: string; setAs: string | null }>) =>
  db
    .updateTable('bindings')
    .set({ state: 'bound', discord_id: given.discordId, set_as: given.setAs })
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

const all = prepare((db, given: Given<{ guildId: string }>) =>
  db.selectFrom('bindings').select(['name', 'state', 'discord_id', 'set_as']).where('guild_id', '=', given.guildId),
);

const takeOver = prepare((db, given: Given<Key & { since: string; discordId: string; setAs: string }>) =>
  db
    .insertInto('bindings')
    .values({
      guild_id: given.guildId,
      name: given.name,
      discord_id: given.discordId,
      state: 'bound',
      since: given.since,
      set_as: given.setAs,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'name'])
        .doUpdateSet(eb => ({
          discord_id: eb.ref('excluded.discord_id'),
          state: eb.ref('excluded.state'),
          since: eb.ref('excluded.since'),
          set_as: eb.ref('excluded.set_as'),
        }))
        .where('bindings.state', '<>', 'bound'),
    ),
);

const setTo = prepare((db, given: Given<Key & { discordId: string; setAs: string }>) =>
  db
    .updateTable('bindings')
    .set({ set_as: given.setAs })
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name)
    .where('discord_id', '=', given.discordId)
    .where('state', '=', 'bound'),
);

/** Everything of ours on a server, by its binding. */
export async function knownOn(db: Db, guildId: string): Promise<ReadonlyMap<string, Known>> {
  const rows = await all.rows(db, { guildId });
  return new Map(
    rows.map(({ name, state, discord_id: discordId, set_as }): [string, Known] => {
      if (state === 'reserved' || discordId === null) return [name, { state: 'reserved' }];
      const set = set_as === null ? undefined : parsed(set_as);
      return [name, { state, discordId, ...(isRecord(set) ? { set: set as Attributes } : {}) }];
    }),
  );
}

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

/** False when the reservation is no longer the caller's. @param set what was set on it. */
export async function bind(
  db: Db,
  guildId: string,
  name: string,
  since: Temporal.Instant,
  discordId: string,
  set?: Attributes,
): Promise<boolean> {
  const setAs = set ? JSON.stringify(set) : null;
  return (await fulfil.changes(db, { guildId, name, since: toText(since), discordId, setAs })) > 0;
}

/** Binds what was there before us. False when the name is bound to something else already. */
export async function adopt(
  db: Db,
  guildId: string,
  name: string,
  discordId: string,
  set: Attributes,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = { guildId, name, discordId, since: toText(now), setAs: JSON.stringify(set) };
  return (await takeOver.changes(db, values)) > 0;
}

/** Notes what Cairn has set on something of ours. */
export async function noteSet(
  db: Db,
  guildId: string,
  name: string,
  discordId: string,
  set: Attributes,
): Promise<void> {
  await setTo.changes(db, { guildId, name, discordId, setAs: JSON.stringify(set) });
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
