/** What only PostgreSQL does: whole transactions are tried again when the server asks for it. */
import { PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { StoreBusy } from '../../src/store/faults.ts';
import { openStore } from '../../src/store/open.ts';
import { startPglite } from '../support/pglite.ts';

const store = await openStore('postgres://in-process', {
  dialect: new PGliteDialect({ pglite: startPglite }),
  // Attempts are counted here; a slow machine must not end them early.
  patience: 60_000,
});

/** As the server does when two transactions got into each other's way. */
async function giveWay(tx: Db, code: string): Promise<void> {
  await sql.raw(`do $$ begin raise exception 'in the way' using errcode = '${code}'; end $$`).execute(tx);
}

async function attemptsUntil(success: number, code: string): Promise<number> {
  let attempts = 0;
  await inTransaction(store.db, async tx => {
    attempts++;
    await sql`insert into notices (guild_id, key, problem, raised_at)
      values ('1100', ${`${code} until ${success}: ${attempts}`}, '{}', '2026-03-02T09:00:00.000Z')`.execute(tx);
    if (attempts < success) await giveWay(tx, code);
  });
  return attempts;
}

test.each(['40001', '40P01'])('a transaction that must give way (%s) is made again from its beginning', async code => {
  expect(await attemptsUntil(3, code)).toBe(3);
  const kept = await store.db.selectFrom('notices').select('key').where('key', 'like', `${code}%`).execute();
  expect(kept).toEqual([{ key: `${code} until 3: 3` }]);
});

test('a transaction that must give way a third time hears that the database is busy', async () => {
  await expect(attemptsUntil(4, '40001')).rejects.toThrow(StoreBusy);
});

test('any other failure is not tried again', async () => {
  let attempts = 0;
  const failing = inTransaction(store.db, async tx => {
    attempts++;
    await giveWay(tx, '22000');
  });
  await expect(failing).rejects.toThrow('in the way');
  expect(attempts).toBe(1);
});

test('instants and ids sort by code point, whatever the language of the server', async () => {
  const { rows } = await sql<{ name: string }>`select collation_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and table_name <> 'migrations' group by 1`.execute(store.db);
  expect(rows).toEqual([{ name: 'C' }]);
});
