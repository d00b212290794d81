import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { lastChange, latestTickAt, saveTick, strengthenTick, undoTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const monday = at('2026-03-02T18:00:00.123Z');
const tuesday = at('2026-03-03');
const law1: Tick = { itemId: 'law-1', evidence: 'self-marked', at: monday };

onEachEngine('ticks on $name', ({ emptyStore }) => {
  test('a tick is found again as it was saved', async () => {
    const { db } = await emptyStore();
    expect(await saveTick(db, ada, law1, '1300')).toBe(true);
    expect((await loadLearner(db, ada)).ticks).toEqual(new Map([['law-1', law1]]));
    expect(await lastChange(db, ada, 'law-1')).toEqual({ by: '1300', tick: law1 });
  });

  test('the same interaction twice ticks once', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    expect(await saveTick(db, ada, { ...law1, at: tuesday }, '1300')).toBe(false);
    expect((await loadLearner(db, ada)).ticks.get('law-1')).toEqual(law1);
  });

  test('an item that is ticked keeps the instant at which it was', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    expect(await saveTick(db, ada, { ...law1, at: tuesday }, '1400')).toBe(false);
    expect((await loadLearner(db, ada)).ticks.get('law-1')).toEqual(law1);
  });

  test('an undone tick is gone from the learner and stays on record', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    expect(await undoTick(db, ada, 'law-1', tuesday, '1301')).toBe(true);
    expect((await loadLearner(db, ada)).ticks).toEqual(new Map());
    expect(await lastChange(db, ada, 'law-1')).toEqual({ by: '1301', tick: law1, undoneAt: tuesday });
  });

  test('an older click that arrives late does not bring an undone tick back', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    await undoTick(db, ada, 'law-1', tuesday, '1302');
    expect(await saveTick(db, ada, law1, '1301')).toBe(false);
    expect((await loadLearner(db, ada)).ticks.has('law-1')).toBe(false);
  });

  test('an older undo that arrives late leaves the newer tick', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    expect(await undoTick(db, ada, 'law-1', tuesday, '1299')).toBe(false);
    expect((await loadLearner(db, ada)).ticks.has('law-1')).toBe(true);
  });

  test('what was undone can be ticked anew, at its new instant', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    await undoTick(db, ada, 'law-1', tuesday, '1301');
    const again: Tick = { itemId: 'law-1', evidence: 'linked', at: tuesday };
    expect(await saveTick(db, ada, again, '1302')).toBe(true);
    expect((await loadLearner(db, ada)).ticks).toEqual(new Map([['law-1', again]]));
  });

  test('work shown later makes a tick stronger and leaves its date', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '1300');
    const shown: Tick = { ...law1, evidence: 'linked' };
    expect(await strengthenTick(db, ada, shown, '1301')).toBe(true);
    expect(await lastChange(db, ada, 'law-1')).toEqual({ by: '1301', tick: shown });
  });

  test('work shown by an older interaction, or for what is not ticked, changes nothing', async () => {
    const { db } = await emptyStore();
    const shown: Tick = { ...law1, evidence: 'linked' };
    expect(await strengthenTick(db, ada, shown, '1300')).toBe(false);
    await saveTick(db, ada, law1, '1300');
    expect(await strengthenTick(db, ada, shown, '1299')).toBe(false);
    await undoTick(db, ada, 'law-1', tuesday, '1301');
    expect(await strengthenTick(db, ada, shown, '1302')).toBe(false);
  });

  test('the latest tick is known, and one that was taken back is none', async () => {
    const { db } = await emptyStore();
    expect(await latestTickAt(db, ada)).toBeUndefined();
    await saveTick(db, ada, law1, '1300');
    await saveTick(db, ada, { ...law1, itemId: 'law-2', at: tuesday }, '1301');
    expect(await latestTickAt(db, ada)).toEqual(tuesday);
    await undoTick(db, ada, 'law-2', tuesday, '1302');
    expect(await latestTickAt(db, ada)).toEqual(monday);
  });

  test('an id with more digits is the newer one, whatever its first digit', async () => {
    const { db } = await emptyStore();
    await saveTick(db, ada, law1, '999');
    expect(await undoTick(db, ada, 'law-1', tuesday, '1000')).toBe(true);
  });

  test('what was never ticked cannot be undone', async () => {
    const { db } = await emptyStore();
    expect(await undoTick(db, ada, 'law-1', tuesday, '1300')).toBe(false);
    expect(await lastChange(db, ada, 'law-1')).toBeUndefined();
  });

  test('an interaction id that is no number is refused', async () => {
    const { db } = await emptyStore();
    await expect(saveTick(db, ada, law1, 'latest')).rejects.toThrow(/check/i);
  });
});
