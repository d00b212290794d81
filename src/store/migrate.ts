/** Brings the tables up to the program's version: each step whole or not at all, and never backwards. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, engineOf, inTransaction } from './database.ts';
import { StoreBusy, StoreRefused } from './faults.ts';
import { toText } from './instants.ts';
import type { Migration } from './migrations/migration.ts';

/** Another process may be at the same work; starting may take longer than an answer. */
const triesWhenBusy = 10;
/** Any number, as long as every version of Cairn takes the same. */
const postgresLock = 4_811_001;

export async function migrate(db: Db, migrations: readonly Migration[]): Promise<void> {
  for (let tries = 1; ; ) {
    try {
      if (!(await inTransaction(db, tx => applyNext(tx, migrations)))) return;
    } catch (error) {
      if (!(error instanceof StoreBusy) || tries++ === triesWhenBusy) throw error;
    }
  }
}

/** True when a step was made and there may be another. */
async function applyNext(tx: Db, migrations: readonly Migration[]): Promise<boolean> {
  const engine = engineOf(tx);
  if (engine === 'postgres') {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`select pg_advisory_xact_lock(${sql.lit(postgresLock)})`.execute(tx);
  }
  await sql`create table if not exists migrations
    (version integer primary key, name text not null, checksum text not null, applied_at text not null)
    ${sql.raw(engine === 'sqlite' ? 'strict' : '')}`.execute(tx);
  const applied = await tx.selectFrom('migrations').selectAll().orderBy('version').execute();
  assertKnown(applied, migrations, tx);

  const next = migrations[applied.length];
  if (!next) return false;
  for (const statement of next.up(engine)) await sql.raw(statement).execute(tx);
  const { version, name } = next;
  const row = { version, name, checksum: checksumOf(next, tx), applied_at: toText(Temporal.Now.instant()) };
  await tx.insertInto('migrations').values(row).execute();
  return true;
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

function assertKnown(applied: readonly Applied[], migrations: readonly Migration[], tx: Db): void {
  const newest = applied.at(-1);
  const known = migrations.at(-1);
  if (newest && newest.version > (known?.version ?? 0)) {
    throw new StoreRefused(
      78,
      `The database is at version ${titleOf(newest)}, this program knows versions up to ${known ? titleOf(known) : 'none'}. ` +
        'Start the newer Cairn, or restore a backup from before it was installed.',
    );
  }
  for (const [index, row] of applied.entries()) {
    const own = migrations[index];
    if (!own || own.version !== row.version || checksumOf(own, tx) !== row.checksum) {
      throw new StoreRefused(
        78,
        `Migration ${titleOf(row)} of the database is not the one of this program. ` +
          'Start the Cairn that made the database: a released migration must never be edited.',
      );
    }
  }
}

function checksumOf(migration: Migration, db: Db): string {
  const text = [...migration.up(engineOf(db))].join(';\n').replace(/\s+/g, ' ');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function titleOf({ version, name }: { readonly version: number; readonly name: string }): string {
  return `${String(version).padStart(4, '0')}-${name}`;
}
