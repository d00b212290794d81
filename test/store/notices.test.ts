import { expect, test } from 'vitest';
import type { OrganiserProblem } from '../../src/domain/problem.ts';
import { markTold, raise, untold } from '../../src/store/notices.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const guild = '1100';
const tooHigh: OrganiserProblem = { kind: 'role-too-high', roleId: '1500', botRoleId: '1501' };
const limit: OrganiserProblem = { kind: 'role-limit' };
const noon = at('2026-03-02T12:00:00Z');
const dayLater = at('2026-03-03T12:00:00Z');

onEachEngine('notices on $name', ({ emptyStore }) => {
  test('a new problem is to be told, and stays to be told until somebody heard it', async () => {
    const { db } = await emptyStore();
    expect(await raise(db, guild, tooHigh, noon)).toBe(true);
    expect(await raise(db, guild, tooHigh, noon)).toBe(true);
    expect(await untold(db, guild)).toEqual([tooHigh]);
  });

  test('a problem that was told keeps quiet for a day, and is then told again', async () => {
    const { db } = await emptyStore();
    await raise(db, guild, tooHigh, noon);
    await markTold(db, guild, [tooHigh], noon);
    expect(await untold(db, guild)).toEqual([]);
    expect(await raise(db, guild, tooHigh, dayLater.subtract({ milliseconds: 1 }))).toBe(false);
    expect(await untold(db, guild)).toEqual([]);
    expect(await raise(db, guild, tooHigh, dayLater)).toBe(true);
    expect(await untold(db, guild)).toEqual([tooHigh]);
  });

  test('untold problems come oldest first, and only those of the guild', async () => {
    const { db } = await emptyStore();
    await raise(db, guild, limit, dayLater);
    await raise(db, guild, tooHigh, noon);
    await raise(db, '1101', { kind: 'two-factor' }, noon);
    expect(await untold(db, guild)).toEqual([tooHigh, limit]);
  });

  test('telling one problem leaves the others untold', async () => {
    const { db } = await emptyStore();
    await raise(db, guild, limit, noon);
    await raise(db, guild, tooHigh, noon);
    await raise(db, '1101', limit, noon);
    await markTold(db, guild, [limit], noon);
    expect([await untold(db, guild), await untold(db, '1101')]).toEqual([[tooHigh], [limit]]);
  });
});
