/** Kysely on PostgreSQL, with time limits on the server's side and whole transactions tried again. */
import { type Dialect, Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { isRepeatable, storeFault } from '../classify.ts';
import type { Backend, Db } from '../database.ts';
import type { Schema } from '../schema.ts';

const attempts = 3;
/** Ids of the outbox are bigint, which pg gives as text. */
const bigintOid = 20;

/** @param onIdleError hears of a connection lost while nobody used it; without a listener it would end the process. */
export function pooled(url: string, patience: number, onIdleError: (error: Error) => void): Dialect {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: patience,
    statement_timeout: 5_000,
    // Who waits for another's lock hears that the database is busy as soon as on SQLite.
    lock_timeout: patience,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'cairn',
    types: { getTypeParser: (oid, format) => (oid === bigintOid ? Number : types.getTypeParser(oid, format)) },
  });
  pool.on('error', onIdleError);
  // Of a connection in use the statement under way, or the next one, tells the same; unheard it would end the process.
  pool.on('connect', client => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}

export function postgresDatabase(dialect: Dialect, patience: number): { readonly db: Db; readonly backend: Backend } {
  const db = new Kysely<Schema>({ dialect });

  const transaction = async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
    const deadline = performance.now() + patience;
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (!isRepeatable(error) || attempt === attempts || performance.now() > deadline) throw storeFault(error);
      }
    }
  };

  return { db, backend: { engine: 'postgres', transaction } };
}
