/** Makes two interactions of one member wait for each other. */
import { sql } from 'kysely';
import type { Member } from '../domain/member.ts';
import { type Db, engineOf } from './database.ts';
import { type Given, prepare } from './prepare.ts';

const lock = prepare((db, given: Given<{ name: string }>) =>
  db.selectNoFrom(sql<string>`pg_advisory_xact_lock(hashtextextended(cast(${given.name} as text), 0))`.as('held')),
);

/** The same for what concerns a server as a whole. */
export async function lockServer(tx: Db, guildId: string): Promise<void> {
  if (!tx.isTransaction) throw new Error('A server is locked inside a transaction; outside it would hold nothing.');
  if (engineOf(tx) === 'postgres') await lock.first(tx, { name: `server/${guildId}` });
}

/** Held until the transaction ends. On SQLite the transaction itself is already alone. */
export async function lockMember(tx: Db, { guildId, userId }: Member): Promise<void> {
  if (!tx.isTransaction) throw new Error('A member is locked inside a transaction; outside it would hold nothing.');
  if (engineOf(tx) === 'postgres') await lock.first(tx, { name: `member/${guildId}/${userId}` });
}
