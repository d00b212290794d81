/** Opens the store named by DATABASE_URL, brought up to the program's version, or says why not. */
import { fileURLToPath } from 'node:url';
import type { Dialect } from 'kysely';
import { type Backend, type Db, type Engine, registerBackend } from './database.ts';
import { StoreRefused } from './faults.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { pooled, postgresDatabase } from './postgres/dialect.ts';
import { SqliteConnection } from './sqlite/connection.ts';
import { sqliteDatabase } from './sqlite/dialect.ts';
import { openFile } from './sqlite/file.ts';
import { faultAtStart } from './start-faults.ts';

export interface Store extends AsyncDisposable {
  readonly db: Db;
  readonly engine: Engine;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Milliseconds a request waits for a busy database before it hears StoreBusy. */
  readonly patience?: number;
  /** A PostgreSQL that is not reached over the network, such as PGlite. */
  readonly dialect?: Dialect;
  /** A pooled connection broke while nobody used it. The next request opens another. */
  readonly onIdleError?: (error: Error) => void;
}

/** Who waits hears that the database is busy before the answer would be deferred, at 1.5 s. */
const usualPatience = 1_200;

export async function openStore(url: string, options: StoreOptions = {}): Promise<Store> {
  const { db, backend } = await connect(url, options);
  registerBackend(db, backend);
  try {
    await migrate(db, migrations);
  } catch (error) {
    await db.destroy();
    throw faultAtStart(url, error);
  }
  const close = () => db.destroy();
  return { db, engine: backend.engine, close, [Symbol.asyncDispose]: close };
}

async function connect(url: string, options: StoreOptions): Promise<{ db: Db; backend: Backend }> {
  const { patience = usualPatience, dialect, onIdleError = () => {} } = options;
  if (dialect) return postgresDatabase(dialect, patience);
  if (/^postgres(ql)?:\/\//.test(url)) return postgresDatabase(pooled(url, patience, onIdleError), patience);
  const path = filePath(url);
  return sqliteDatabase(new SqliteConnection(await openFile(path, patience), patience));
}

function filePath(url: string): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '');
  if (path === url || path === '') {
    throw new StoreRefused(78, `DATABASE_URL is "${withoutPassword(url)}". Give file:PATH or postgres://….`);
  }
  return path;
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//…@');
}
