/** The databases every store test runs on: better-sqlite3 and PGlite, PostgreSQL in this process. */
import { PGliteDialect, sql } from 'kysely';
import { openStore, type Store } from '../../src/store/open.ts';
import { startPglite } from './pglite.ts';

export interface TestEngine {
  readonly name: string;
  /** A store without rows, for one test. */
  readonly emptyStore: () => Promise<Store>;
  /** How often a property is tried here. */
  readonly numRuns: number;
}

const sqlite: TestEngine = { name: 'SQLite', emptyStore: () => openStore('file::memory:'), numRuns: 100 };

/** The tests of a worker share one and empty it before each. */
let shared: Promise<Store> | undefined;

const postgres: TestEngine = {
  name: 'PostgreSQL',
  emptyStore: async () => {
    shared ??= openStore('postgres://in-process', { dialect: new PGliteDialect({ pglite: startPglite }) });
    const store = await shared;
    // Not truncate, which PGlite takes a hundred times as long for.
    await sql`with
      a as (delete from enrolments), b as (delete from ticks), c as (delete from certificates),
      d as (delete from declarations), e as (delete from bindings), f as (delete from outbox)
      delete from notices`.execute(store.db);
    return store;
  },
  numRuns: 6,
};

export const engines: readonly TestEngine[] = [sqlite, postgres];
/** For what does not depend on the engine: starting PGlite takes seconds. */
export const embedded: readonly TestEngine[] = [sqlite];
