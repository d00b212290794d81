import { expect, test } from 'vitest';
import { bind, findBinding, forgetBinding, markGone, renewReservation, reserve } from '../../src/store/bindings.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const guild = '1100';
const role = 'role:foundation';
const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T12:05:00Z');

onEachEngine('bindings on $name', ({ emptyStore }) => {
  test('a role is reserved, made and bound', async () => {
    const { db } = await emptyStore();
    expect(await reserve(db, guild, role, noon)).toBe(true);
    expect(await findBinding(db, guild, role)).toEqual({ state: 'reserved', since: noon });
    expect(await bind(db, guild, role, noon, '1500')).toBe(true);
    expect(await findBinding(db, guild, role)).toEqual({ state: 'bound', discordId: '1500', since: noon });
  });

  test('of two who reserve at once, one makes it', async () => {
    const { db } = await emptyStore();
    const both = await Promise.all([reserve(db, guild, role, noon), reserve(db, guild, role, noon)]);
    expect(both.toSorted()).toEqual([false, true]);
  });

  test('what is bound is not reserved again, nor bound to something else', async () => {
    const { db } = await emptyStore();
    await reserve(db, guild, role, noon);
    await bind(db, guild, role, noon, '1500');
    expect(await reserve(db, guild, role, later)).toBe(false);
    expect(await bind(db, guild, role, noon, '1501')).toBe(false);
    expect(await findBinding(db, guild, role)).toEqual({ state: 'bound', discordId: '1500', since: noon });
  });

  test('whoever takes an abandoned reservation over is the only one to bind it', async () => {
    const { db } = await emptyStore();
    await reserve(db, guild, role, noon);
    expect(await renewReservation(db, guild, role, noon, later)).toBe(true);
    expect(await renewReservation(db, guild, role, noon, later)).toBe(false);
    expect(await bind(db, guild, role, noon, '1500')).toBe(false);
    expect(await bind(db, guild, role, later, '1501')).toBe(true);
  });

  test('what was deleted on Discord is gone until an organiser wants it again', async () => {
    const { db } = await emptyStore();
    await reserve(db, guild, role, noon);
    await bind(db, guild, role, noon, '1500');
    expect(await markGone(db, guild, '1500')).toEqual([role]);
    expect(await markGone(db, guild, '1500')).toEqual([]);
    expect(await findBinding(db, guild, role)).toEqual({ state: 'gone', discordId: '1500', since: noon });
    expect(await reserve(db, guild, role, later)).toBe(false);
    await forgetBinding(db, guild, role);
    expect(await findBinding(db, guild, role)).toBeUndefined();
    expect(await reserve(db, guild, role, later)).toBe(true);
  });

  test('the same name and the same id in another guild are nothing to us', async () => {
    const { db } = await emptyStore();
    for (const id of [guild, '1101']) {
      await reserve(db, id, role, noon);
      await bind(db, id, role, noon, '1500');
    }
    await markGone(db, guild, '1500');
    expect((await findBinding(db, '1101', role))?.state).toBe('bound');
    await forgetBinding(db, guild, role);
    expect((await findBinding(db, '1101', role))?.state).toBe('bound');
  });
});
