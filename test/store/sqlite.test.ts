import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { claimDue } from '../../src/store/deliveries.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aPath, aStoreOn } from './a-file.ts';

const ada = { guildId: '1100', userId: '1200' };
const tickOf = (itemId: string): Tick => ({ itemId, evidence: 'self-marked', at: at('2026-03-02') });
const ticksOf = async (db: Db) => [...(await loadLearner(db, ada)).ticks.keys()];
const pragma = async (db: Db, name: string) =>
  Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];

describe('a SQLite file', () => {
  test('is opened so that what was acknowledged survives a power cut, and nothing waits in the driver', async () => {
    const { db } = await aStoreOn(aPath());
    const names = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'busy_timeout',
      'journal_size_limit',
    ];
    const found = Object.fromEntries(
      await Promise.all(names.map(async name => [name, await pragma(db, name)] as const)),
    );
    expect(found).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      busy_timeout: 0,
      journal_size_limit: 67_108_864,
    });
    expect(await pragma(db, 'ignore_check_constraints')).toBe(0);
  });

  test('keeps strict tables, in which an id cannot become a number', async () => {
    const { db } = await aStoreOn(aPath());
    const tables = await sql<{ name: string; strict: number }>`
      select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'`.execute(db);
    expect(tables.rows.length).toBeGreaterThan(7);
    expect(tables.rows.filter(({ strict }) => strict === 0)).toEqual([]);
  });

  test('keeps what was saved for the next start', async () => {
    const path = aPath();
    const first = await aStoreOn(path);
    await saveTick(first.db, ada, tickOf('law-1'), '1');
    await first.close();
    expect(await ticksOf((await aStoreOn(path)).db)).toEqual(['law-1']);
  });

  test('cannot be begun on by Kysely itself, which would begin deferred', async () => {
    const { db } = await aStoreOn(aPath());
    await expect(db.transaction().execute(async () => {})).rejects.toThrow(/inTransaction/);
  });

  test('lets two programs count up at once without losing one', async () => {
    const path = aPath();
    const stores = [await aStoreOn(path), await aStoreOn(path)];
    const addNext = (db: Db) =>
      inTransaction(db, async tx => {
        const { ticks } = await loadLearner(tx, ada);
        // As a flow's answer would: the other program gets its chance between reading and writing.
        await new Promise(resolve => setImmediate(resolve));
        await saveTick(tx, ada, tickOf(`law-${ticks.size}`), '1');
      });
    await Promise.all(Array.from({ length: 20 }, (_, index) => addNext((stores[index % 2] ?? stores[0])?.db as Db)));
    expect(await ticksOf(stores[0]?.db as Db)).toHaveLength(20);
  });

  test('gives each effect to one of two programs', async () => {
    const path = aPath();
    const stores = [await aStoreOn(path), await aStoreOn(path)];
    const [first] = stores;
    const now = at('2026-03-02');
    const grants = Array.from({ length: 60 }, (_, index) => ({
      kind: 'sync-roles' as const,
      member: { ...ada, userId: String(index) },
      because: '1',
    }));
    await inTransaction(first?.db as Db, tx => enqueue(tx, grants, now));
    const lease = Temporal.Duration.from({ minutes: 1 });
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        claimDue((stores[index % 2] ?? first)?.db as Db, { owner: String(index), now, limit: 5, lease }),
      ),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
  });

  test('full of queries built on the fly, still knows its own', async () => {
    const { db } = await aStoreOn(aPath());
    await saveTick(db, ada, tickOf('law-1'), '1');
    for (let number = 0; number < 300; number++) await sql`select ${sql.lit(number)} as number`.execute(db);
    expect(await ticksOf(db)).toEqual(['law-1']);
  });
});
