import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { lockMember } from '../../src/store/lock.ts';
import { saveTick, undoTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const ben = { guildId: '1100', userId: '1201' };
const tickOf = (itemId: string): Tick => ({ itemId, evidence: 'self-marked', at: at('2026-03-02') });
const ticksOf = async (db: Db, member = ada) => [...(await loadLearner(db, member)).ticks.keys()];

onEachEngine('a transaction on $name', ({ emptyStore }) => {
  test('saves everything and answers what its work answers', async () => {
    const { db } = await emptyStore();
    const answer = await inTransaction(db, async tx => {
      await lockMember(tx, ada);
      await saveTick(tx, ada, tickOf('law-1'), '1');
      await saveTick(tx, ada, tickOf('law-2'), '2');
      return await ticksOf(tx);
    });
    expect(answer).toEqual(['law-1', 'law-2']);
    expect(await ticksOf(db)).toEqual(['law-1', 'law-2']);
  });

  test('saves nothing when its work fails, and hands the failure on', async () => {
    const { db } = await emptyStore();
    const failing = inTransaction(db, async tx => {
      await saveTick(tx, ada, tickOf('law-1'), '1');
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await ticksOf(db)).toEqual([]);
    await inTransaction(db, tx => saveTick(tx, ada, tickOf('law-2'), '2'));
    expect(await ticksOf(db)).toEqual(['law-2']);
  });

  test('is not opened inside another, by whichever name the database is called', async () => {
    const { db } = await emptyStore();
    const never = async () => {};
    await expect(inTransaction(db, tx => inTransaction(tx, never))).rejects.toThrow(/inside another/);
    await expect(inTransaction(db, () => inTransaction(db, never))).rejects.toThrow(/inside another/);
  });

  test('is not gone around: its flow cannot use the database beside it', async () => {
    const { db } = await emptyStore();
    await expect(inTransaction(db, () => loadLearner(db, ada))).rejects.toThrow(/beside it/);
  });

  test('is begun in one way only', async () => {
    const { db } = await emptyStore();
    await inTransaction(db, async tx => {
      expect(() => tx.transaction()).toThrow(/not supported/);
    });
  });

  test('that is over fails whoever still uses it', async () => {
    const { db } = await emptyStore();
    let leaked: Db | undefined;
    await inTransaction(db, async tx => {
      leaked = tx;
    });
    await expect(saveTick(leaked as Db, ada, tickOf('law-1'), '1')).rejects.toThrow(/transaction is (over|already)/i);
    await expect(
      inTransaction(db, async tx => {
        leaked = tx;
        throw new Error('the work failed');
      }),
    ).rejects.toThrow('the work failed');
    await expect(loadLearner(leaked as Db, ada)).rejects.toThrow(/transaction is (over|already)/i);
    expect(await ticksOf(db)).toEqual([]);
  });

  test('is not seen half done by anybody outside', async () => {
    const { db } = await emptyStore();
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const writing = inTransaction(db, async tx => {
      await saveTick(tx, ada, tickOf('law-1'), '1');
      begun.resolve();
      await goOn.promise;
      await saveTick(tx, ada, tickOf('law-2'), '2');
    });
    await begun.promise;
    const seen = ticksOf(db);
    goOn.resolve();
    expect([[], ['law-1', 'law-2']]).toContainEqual(await seen);
    await writing;
    expect(await ticksOf(db)).toEqual(['law-1', 'law-2']);
  });

  test('that is taken back is seen by nobody outside', async () => {
    const { db } = await emptyStore();
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const failing = inTransaction(db, async tx => {
      await saveTick(tx, ada, tickOf('law-1'), '1');
      begun.resolve();
      await goOn.promise;
      throw new Error('the work failed');
    });
    await begun.promise;
    const seen = ticksOf(db);
    goOn.resolve();
    await expect(failing).rejects.toThrow('the work failed');
    expect(await seen).toEqual([]);
  });

  test('reads and writes as if it were alone: of many that count up, none is lost', async () => {
    const { db } = await emptyStore();
    const addNext = () =>
      inTransaction(db, async tx => {
        await lockMember(tx, ada);
        const { ticks } = await loadLearner(tx, ada);
        await saveTick(tx, ada, tickOf(`law-${ticks.size}`), '1');
      });
    await Promise.all(Array.from({ length: 20 }, addNext));
    expect(await ticksOf(db)).toHaveLength(20);
  });

  test('a broken rule of the tables takes the whole transaction back', async () => {
    const { db } = await emptyStore();
    const failing = inTransaction(db, async tx => {
      await saveTick(tx, ada, tickOf('law-1'), '1');
      await saveTick(tx, ada, tickOf('law,2'), '2');
    });
    await expect(failing).rejects.toThrow(/check/i);
    expect(await ticksOf(db)).toEqual([]);
  });

  test('a member is locked inside a transaction only', async () => {
    const { db } = await emptyStore();
    await expect(lockMember(db, ada)).rejects.toThrow(/inside a transaction/);
  });

  test('what a member does concerns no other', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, tickOf('law-1'), '1');
    await saveTick(db, ben, tickOf('law-1'), '2');
    await undoTick(db, ben, 'law-1', at('2026-03-03'), '3');
    expect([await ticksOf(db, ada), await ticksOf(db, ben)]).toEqual([['law-1'], []]);
  });

  test('hostile text is data', async () => {
    const { db } = await emptyStore();
    const hostile = "law'); drop table ticks; --";
    await saveTick(db, ada, tickOf(hostile), '1');
    expect(await ticksOf(db)).toEqual([hostile]);
    expect((await sql`select 1 from ticks`.execute(db)).rows).toHaveLength(1);
  });
});
