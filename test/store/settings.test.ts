import { expect, test } from 'vitest';
import { findSetting, forgetSetting, saveSetting } from '../../src/store/settings.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T12:05:00Z');

onEachEngine('settings on $name', ({ emptyStore }) => {
  test('are kept per server, the latest counts, and what was forgotten is gone', async () => {
    const { db } = await emptyStore();
    expect(await findSetting(db, '1100', 'mentionable')).toBeUndefined();
    await saveSetting(db, '1100', 'mentionable', false, noon);
    await saveSetting(db, '1100', 'mentionable', { yes: ['a'] }, later);
    await saveSetting(db, '1101', 'mentionable', 7, noon);
    expect(await findSetting(db, '1100', 'mentionable')).toEqual({ value: { yes: ['a'] }, changedAt: later });
    await forgetSetting(db, '1100', 'mentionable');
    expect(await findSetting(db, '1100', 'mentionable')).toBeUndefined();
    expect(await findSetting(db, '1101', 'mentionable')).toEqual({ value: 7, changedAt: noon });
  });
});
