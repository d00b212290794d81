/** What every store test runs on: better-sqlite3, and PostgreSQL: a server if there is one, else PGlite, which is PostgreSQL in this process. */
import { PGliteDialect, sql } from 'kysely';
import { describe } from 'vitest';
import { openStore, type Store } from '../../src/store/open.ts';
import { startPglite } from './pglite.ts';
import { aDatabase, isServerThere, patience } from './postgres-server.ts';

export interface TestEngine {
  readonly name: string;
  /** A store without rows, for one test. */
  readonly emptyStore: () => Promise<Store>;
  /** How often a property is tried here. */
  readonly numRuns: number;
}

const sqlite: TestEngine = { name: 'SQLite', emptyStore: () => openStore('file::memory:'), numRuns: 100 };

const pglite: TestEngine = {
  name: 'PostgreSQL',
  emptyStore: emptiedEachTime(() =>
    openStore('postgres://in-process', { dialect: new PGliteDialect({ pglite: startPglite }) }),
  ),
  numRuns: 6,
};

const server: TestEngine = {
  name: 'a PostgreSQL server',
  emptyStore: emptiedEachTime(async () => openStore(await aDatabase(), { patience })),
  numRuns: 25,
};

/** The tests of a file share one store. */
function emptiedEachTime(open: () => Promise<Store>): () => Promise<Store> {
  let shared: Promise<{ readonly store: Store; readonly emptied: string }> | undefined;
  const prepared = async () => {
    const store = await open();
    const { rows } = await sql<{ name: string }>`select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_name <> 'migrations'`.execute(store.db);
    // Not truncate, which PGlite takes a hundred times as long for.
    const deletions = rows.map(({ name }, index) => `t${index} as (delete from ${name})`);
    return { store, emptied: `with ${deletions.join(', ')} select` };
  };
  return async () => {
    shared ??= prepared();
    const { store, emptied } = await shared;
    await sql.raw(emptied).execute(store.db);
    return store;
  };
}

export const engines: readonly TestEngine[] = isServerThere ? [sqlite, server] : [sqlite, pglite];
/** For what does not depend on the engine: starting PGlite takes seconds. */
export const embedded: readonly TestEngine[] = [sqlite];

/** A group of tests on each engine, named where the title says `$name`. Without a server, its tests count as skipped. */
export function onEachEngine(title: string, tests: (engine: TestEngine) => void): void {
  for (const engine of [sqlite, pglite, server]) {
    // In the place of a server, where there is none: it takes the longest.
    describe.skipIf(engine === (isServerThere ? pglite : server))(title.replace('$name', engine.name), () =>
      tests(engine),
    );
  }
}
