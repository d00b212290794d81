import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aPath, aStoreOn } from './a-file.ts';

const ada = { guildId: '1100', userId: '1200' };
const tickOf = (itemId: string): Tick => ({ itemId, evidence: 'self-marked', at: at('2026-03-02') });
const full = expect.objectContaining({ name: 'StoreBroken', because: 'full', message: expect.stringMatching(/disk/) });

/** As on a full disk, no page can be added. */
async function aFullStore(): Promise<Db> {
  const { db } = await aStoreOn(aPath());
  await saveTick(db, ada, tickOf('law-0'), '1');
  await sql`pragma max_page_count = 1`.execute(db);
  return db;
}

const saveMany = async (tx: Db) => {
  for (let number = 1; number < 2_000; number++) await saveTick(tx, ada, tickOf(`law-${number}`), '1');
};

test('on a full disk a transaction is saved whole or not at all, and reads go on', async () => {
  const db = await aFullStore();
  await expect(inTransaction(db, saveMany)).rejects.toEqual(full);
  expect([...(await loadLearner(db, ada)).ticks.keys()]).toEqual(['law-0']);
});

test('a flow that swallows the failure saves nothing either', async () => {
  const db = await aFullStore();
  const swallowing = inTransaction(db, async tx => {
    await saveMany(tx).catch(() => {});
    await saveTick(tx, ada, tickOf('law-afterwards'), '1');
    await sql`select 1`.execute(tx);
    throw new Error('not reached in earnest');
  });
  await expect(swallowing).rejects.toThrow();
  expect([...(await loadLearner(db, ada)).ticks.keys()]).toEqual(['law-0']);
});

test('once there is room again the store goes on by itself', async () => {
  const db = await aFullStore();
  await expect(inTransaction(db, saveMany)).rejects.toEqual(full);
  await sql`pragma max_page_count = 1000000`.execute(db);
  await inTransaction(db, saveMany);
  expect((await loadLearner(db, ada)).ticks.size).toBe(2_000);
});
