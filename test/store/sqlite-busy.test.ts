/** Another process holds the write lock. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { inTransaction } from '../../src/store/database.ts';
import { StoreBusy } from '../../src/store/faults.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aPath, aStoreOn } from './a-file.ts';
import { aProcess } from './a-process.ts';

const ada = { guildId: '1100', userId: '1200' };
const law1: Tick = { itemId: 'law-1', evidence: 'self-marked', at: at('2026-03-02') };

async function lockedStore(patience?: number) {
  const path = aPath();
  const { db } = await aStoreOn(path, patience === undefined ? {} : { patience });
  const other = aProcess(new URL('./processes/hold-write-lock.ts', import.meta.url), path);
  expect(await other.answer()).toBe('held');
  return { db, other };
}

/** Counts turns of the event loop until `waiting` ends. */
async function turnsDuring(waiting: Promise<unknown>): Promise<number> {
  let over = false;
  const end = () => {
    over = true;
  };
  waiting.then(end, end);
  let turns = 0;
  while (!over) {
    await turn();
    turns++;
  }
  return turns;
}

test('a write hears that the database is busy, and the event loop runs on meanwhile', async () => {
  const { db } = await lockedStore();
  const writing = inTransaction(db, tx => saveTick(tx, ada, law1, '1'));
  // A driver that waits by itself would let none of them happen.
  expect(await turnsDuring(writing)).toBeGreaterThan(100);
  await expect(writing).rejects.toThrow(StoreBusy);
});

test('a write outside transactions hears it as well', async () => {
  const { db } = await lockedStore(100);
  await expect(saveTick(db, ada, law1, '1')).rejects.toThrow(StoreBusy);
});

test('writes that queue behind the first hear it too, all in their own time', async () => {
  const { db } = await lockedStore(100);
  const writes = Array.from({ length: 5 }, () => inTransaction(db, tx => saveTick(tx, ada, law1, '1')));
  const answers = await Promise.allSettled(writes);
  expect(answers.map(answer => answer.status === 'rejected' && answer.reason instanceof StoreBusy)).toEqual(
    Array.from({ length: 5 }, () => true),
  );
});

test('reads are answered while a write waits', async () => {
  const { db } = await lockedStore();
  let isWaiting = true;
  const writing = inTransaction(db, tx => saveTick(tx, ada, law1, '1')).finally(() => {
    isWaiting = false;
  });
  expect((await loadLearner(db, ada)).ticks.size).toBe(0);
  expect(isWaiting).toBe(true);
  await expect(writing).rejects.toThrow(StoreBusy);
});

test('a write that waits goes through once the lock is let go', async () => {
  const { db, other } = await lockedStore(20_000);
  const writing = inTransaction(db, tx => saveTick(tx, ada, law1, '1'));
  await turn();
  other.tell('let go');
  expect(await writing).toBe(true);
  expect(await other.ended).toBe(0);
  expect((await loadLearner(db, ada)).ticks.has('law-1')).toBe(true);
});

test('a transaction that never ends does not hold the others for ever', async () => {
  const { db } = await aStoreOn(aPath(), { patience: 100 });
  const goOn = Promise.withResolvers<void>();
  const stuck = inTransaction(db, () => goOn.promise);
  await expect(inTransaction(db, async () => {})).rejects.toThrow(StoreBusy);
  await expect(loadLearner(db, ada)).rejects.toThrow(StoreBusy);
  goOn.resolve();
  await stuck;
  expect((await loadLearner(db, ada)).ticks.size).toBe(0);
});
