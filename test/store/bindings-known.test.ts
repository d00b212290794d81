import { expect, test } from 'vitest';
import { adopt, bind, knownOn, markGone, noteSet, reserve } from '../../src/store/bindings.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const guild = '1100';
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T12:05:00Z');
const set = { name: 'Learner', hoist: true, topic: null };

onEachEngine('what is known of a server on $name', ({ emptyStore }) => {
  test('is everything of ours, with what was set on it', async () => {
    const { db } = await emptyStore();
    for (const name of ['role:made', 'role:plain', 'role:lost', 'role:coming', 'role:elsewhere'])
      await reserve(db, name === 'role:elsewhere' ? '1101' : guild, name, noon);
    await bind(db, guild, 'role:made', noon, '1500', set);
    await bind(db, guild, 'role:plain', noon, '1501');
    await bind(db, guild, 'role:lost', noon, '1502', set);
    await markGone(db, guild, '1502');
    await noteSet(db, guild, 'role:made', '1500', { name: 'New' });
    await noteSet(db, guild, 'role:made', '1599', { name: 'of another' });
    expect(await knownOn(db, guild)).toEqual(
      new Map([
        ['role:coming', { state: 'reserved' }],
        ['role:lost', { state: 'gone', discordId: '1502', set }],
        ['role:made', { state: 'bound', discordId: '1500', set: { name: 'New' } }],
        ['role:plain', { state: 'bound', discordId: '1501' }],
      ]),
    );
  });

  test('what was there before us takes the place of what is gone or was only begun, never of what is bound', async () => {
    const { db } = await emptyStore();
    expect(await adopt(db, guild, 'role:new', '1500', set, noon)).toBe(true);
    expect(await adopt(db, guild, 'role:new', '1501', set, later)).toBe(false);
    await reserve(db, guild, 'role:begun', noon);
    expect(await adopt(db, guild, 'role:begun', '1502', set, later)).toBe(true);
    // Whoever had begun it binds it no more.
    expect(await bind(db, guild, 'role:begun', noon, '1503')).toBe(false);
    await markGone(db, guild, '1500');
    expect(await adopt(db, guild, 'role:new', '1504', set, later)).toBe(true);
    expect((await knownOn(db, guild)).get('role:new')).toEqual({ state: 'bound', discordId: '1504', set });
  });
});
