/** Passes over members' roles, as jobs: found by their name, and forgotten once another has followed. */
import { effectKey } from '../domain/effect.ts';
import type { Db } from './database.ts';
import { fromText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Key = { guildId: string; key: string };

const find = prepare((db, given: Given<Key>) =>
  db.selectFrom('jobs').select('id').where('guild_id', '=', given.guildId).where('key', '=', given.key),
);

const running = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('jobs')
    .select(['id', 'key', 'changed_at'])
    .where('guild_id', '=', given.guildId)
    .where('kind', '=', 'role-pass')
    .where('state', '=', 'running')
    .orderBy('id'),
);

const forget = prepare((db, given: Given<Key & { family: string }>) =>
  db
    .deleteFrom('jobs')
    .where('guild_id', '=', given.guildId)
    .where('kind', '=', 'role-pass')
    .where('key', 'like', given.family)
    .where('key', '<>', given.key)
    .where('ended_at', 'is not', null)
    .returning('id'),
);

const forgetEffect = prepare((db, given: Given<{ key: string }>) =>
  db.deleteFrom('outbox').where('key', '=', given.key).where('settled_at', 'is not', null),
);

export interface RunningPass {
  readonly id: number;
  readonly name: string;
  /** When it last got somewhere. */
  readonly changedAt: Temporal.Instant;
}

export async function wasStarted(db: Db, guildId: string, name: string): Promise<boolean> {
  return (await find.first(db, { guildId, key: name })) !== undefined;
}

/** Oldest first. */
export async function runningPasses(db: Db, guildId: string): Promise<readonly RunningPass[]> {
  const rows = await running.rows(db, { guildId });
  return rows.map(({ id, key, changed_at }) => ({ id: Number(id), name: key, changedAt: fromText(changed_at) }));
}

/** Those that ended before this one, of the same kind: "recent/…". In a transaction. */
export async function forgetPassesBefore(tx: Db, guildId: string, name: string): Promise<void> {
  const family = `${name.slice(0, name.indexOf('/'))}/%`;
  for (const { id } of await forget.rows(tx, { guildId, key: name, family })) {
    const key = effectKey({ kind: 'work-job', guildId, jobId: Number(id) });
    await forgetEffect.changes(tx, { key });
  }
}
