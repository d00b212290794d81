import { type Dialect, PGliteDialect, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Db, registerBackend } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { pooled, postgresDatabase } from '../../src/store/postgres/dialect.ts';
import { startPglite } from '../support/pglite.ts';
import { aDatabase, isServerThere, patience } from '../support/postgres-server.ts';
import { aPath, aStoreOn } from './a-file.ts';
import { aProcess } from './a-process.ts';
import { openUnmigrated } from './open-unmigrated.ts';

const stones: Migration = { version: 1, name: 'stones', up: () => ['create table stones (name text)'] };
const colours: Migration = { version: 2, name: 'colours', up: () => ['alter table stones add column colour text'] };
const broken: Migration = { version: 2, name: 'broken', up: () => ['create table half (name text)', 'create tabel'] };

function onPostgres(dialect: Dialect): Db {
  const { db, backend } = postgresDatabase(dialect, patience);
  registerBackend(db, backend);
  return db;
}

const aServersDatabase = async () => onPostgres(pooled(await aDatabase(), patience, () => {}));

const engines = [
  { name: 'SQLite', empty: () => openUnmigrated(':memory:') },
  { name: 'PostgreSQL', empty: async () => onPostgres(new PGliteDialect({ pglite: startPglite })) },
  { name: 'a PostgreSQL server', empty: aServersDatabase, isAbsent: !isServerThere },
];

const versionsOf = async (db: Db) =>
  (await db.selectFrom('migrations').select(['version', 'name']).orderBy('version').execute()).map(
    ({ version, name }) => `${version} ${name}`,
  );

for (const { name, empty, isAbsent = false } of engines) {
  describe.skipIf(isAbsent)(`migrations on ${name}`, () => {
    test('are applied once, in order, and picked up where the last start left off', async () => {
      const db = await empty();
      await migrate(db, [stones]);
      await sql`insert into stones (name) values ('granite')`.execute(db);
      await migrate(db, [stones, colours]);
      await migrate(db, [stones, colours]);
      expect(await versionsOf(db)).toEqual(['1 stones', '2 colours']);
      expect((await sql`select name, colour from stones`.execute(db)).rows).toEqual([
        { name: 'granite', colour: null },
      ]);
    });

    test('that fail half-way leave everything as it was', async () => {
      const db = await empty();
      await expect(migrate(db, [stones, broken])).rejects.toThrow(/tabel/);
      expect(await versionsOf(db)).toEqual(['1 stones']);
      await expect(sql`select 1 from half`.execute(db)).rejects.toThrow(/half/);
    });

    test('of a newer program are refused by name, and nothing is touched', async () => {
      const db = await empty();
      await migrate(db, [stones, colours]);
      await expect(migrate(db, [stones])).rejects.toMatchObject({
        exitCode: 78,
        message: expect.stringMatching(/0002-colours.*0001-stones/),
      });
    });

    test('that were edited after they were applied are refused', async () => {
      const db = await empty();
      await migrate(db, [stones]);
      const edited = { ...stones, up: () => ['create table stones (title text)'] };
      await expect(migrate(db, [edited])).rejects.toMatchObject({
        exitCode: 78,
        message: expect.stringMatching(/0001-stones/),
      });
    });
  });
}

test('the migrations are numbered from 1 without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

const schemaOf = async (db: Db) =>
  (await sql<{ sql: string }>`select name, sql from sqlite_schema order by name`.execute(db)).rows;

const statements = [...(migrations[0]?.up('sqlite') ?? [])].length;

test.for(Array.from({ length: statements + 1 }, (_, place) => place))(
  'a start killed before statement %i of the first migration is followed by one that succeeds',
  async place => {
    const path = aPath();
    const { ended } = aProcess(new URL('./processes/migrate-and-die.ts', import.meta.url), path, String(place));
    expect(await ended).toBe('SIGKILL');
    expect(await schemaOf((await aStoreOn(path)).db)).toEqual(await schemaOf((await aStoreOn(aPath())).db));
  },
);
