/** Somebody moves, deletes or replaces the file while Cairn runs: what is then written has no name to be found by. */
import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { inTransaction } from '../../src/store/database.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aPath, aStoreOn } from './a-file.ts';

const ada = { guildId: '1100', userId: '1200' };
const tickOf = (itemId: string): Tick => ({ itemId, evidence: 'self-marked', at: at('2026-03-02') });
const replaced = expect.objectContaining({ name: 'StoreBroken', because: 'replaced' });

const deeds: readonly (readonly [string, (path: string) => void])[] = [
  ['deleted', path => rmSync(path)],
  ['moved', path => renameSync(path, `${path}-away`)],
  [
    'replaced',
    path => {
      copyFileSync(path, `${path}-copy`);
      renameSync(`${path}-copy`, path);
    },
  ],
];

test.each(deeds)('of a file that was %s nothing is said to be saved', async (_, deed) => {
  const path = aPath();
  const { db } = await aStoreOn(path);
  deed(path);
  await expect(inTransaction(db, tx => saveTick(tx, ada, tickOf('law-1'), '1'))).rejects.toEqual(replaced);
  await expect(saveTick(db, ada, tickOf('law-2'), '1')).rejects.toEqual(replaced);
  expect((await loadLearner(db, ada)).ticks.size).toBe(0);
});

test('a file put back in its place is written to again', async () => {
  const path = aPath();
  const { db } = await aStoreOn(path);
  renameSync(path, `${path}-away`);
  await expect(saveTick(db, ada, tickOf('law-1'), '1')).rejects.toEqual(replaced);
  renameSync(`${path}-away`, path);
  await inTransaction(db, tx => saveTick(tx, ada, tickOf('law-1'), '1'));
  expect((await loadLearner(db, ada)).ticks.size).toBe(1);
});
