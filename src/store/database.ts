/** The database as the store's functions take it, and the one way to begin a transaction on it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DialectAdapter, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The whole database, or the transaction that is open: both are used alike. */
export type Db = Kysely<Schema>;

export type Engine = 'sqlite' | 'postgres';

/** What an engine does in its own way. */
export interface Backend {
  readonly engine: Engine;
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
}

interface UnderWay {
  readonly backend: Backend;
  over: boolean;
}

/** By adapter, since a database and its transactions share that object. */
const backends = new WeakMap<DialectAdapter, Backend>();
const underWay = new AsyncLocalStorage<UnderWay>();

export function registerBackend(db: Db, backend: Backend): void {
  backends.set(db.getExecutor().adapter, backend);
}

function backendOf(db: Db): Backend {
  const backend = backends.get(db.getExecutor().adapter);
  if (!backend) throw new Error('This database was not opened with openStore.');
  return backend;
}

export function engineOf(db: Db): Engine {
  return backendOf(db).engine;
}

/**
 * All of `work` is saved, or none of it. Several attempts may be made, so `work` does nothing but read and write
 * through the `tx` it is given: no network, no waiting for anything else.
 */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction || isInside(db)) {
    throw new Error('No flow opens a transaction inside another: pass the open one on as `db`.');
  }
  const backend = backendOf(db);
  const own: UnderWay = { backend, over: false };
  try {
    return await underWay.run(own, () => backend.transaction(work));
  } finally {
    own.over = true;
  }
}

/** Beside its own transaction a flow would not see what it wrote, and with one connection wait for itself. */
export function assertNotBeside(db: Db): void {
  if (!db.isTransaction && isInside(db)) {
    throw new Error('A flow with an open transaction used the database beside it: use the `tx` it was given.');
  }
}

function isInside(db: Db): boolean {
  const open = underWay.getStore();
  return open !== undefined && !open.over && open.backend === backends.get(db.getExecutor().adapter);
}
