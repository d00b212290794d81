/** What Cairn gave, who changed something lately, and what became of setting members' roles right. */
import { expect, test } from 'vitest';
import type { Effect } from '../../src/domain/effect.ts';
import { claimDue, settle } from '../../src/store/deliveries.ts';
import { enqueue, findDelivery } from '../../src/store/outbox.ts';
import { forgetRoleChanges, lastRoleChange, noteRoleChange } from '../../src/store/role-changes.ts';
import { forgetRoles, notedRoles, noteRoles } from '../../src/store/role-notes.ts';
import { forgetSyncs, hastenSyncs, latestSync } from '../../src/store/role-syncs.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '120' };
const others = [
  { guildId: '1100', userId: '1200' },
  { guildId: '1101', userId: '120' },
];
const now = at('2026-03-02');
const later = now.add({ hours: 1 });
const sync = (because: string, member = ada): Effect => ({ kind: 'sync-roles', member, because });

onEachEngine('roles on record on $name', ({ emptyStore }) => {
  test('are those noted and not forgotten, for each member alone', async () => {
    const { db } = await emptyStore();
    await noteRoles(db, ada, ['rookie', 'expert'], now);
    await noteRoles(db, ada, ['rookie'], later);
    await forgetRoles(db, ada, ['expert', 'never']);
    expect([...(await notedRoles(db, ada))]).toEqual(['rookie']);
    for (const other of others) expect((await notedRoles(db, other)).size).toBe(0);
  });

  test('a change is as old as the latest, and forgotten when it is long ago', async () => {
    const { db } = await emptyStore();
    await noteRoleChange(db, ada, now);
    await noteRoleChange(db, ada, later);
    expect(String(await lastRoleChange(db, ada))).toBe(String(later));
    await forgetRoleChanges(db, '1100', later);
    expect(String(await lastRoleChange(db, ada))).toBe(String(later));
    await forgetRoleChanges(db, '1100', later.add({ seconds: 1 }));
    expect(await lastRoleChange(db, ada)).toBeUndefined();
  });

  test('of several effects the latest counts; whose id merely begins alike is somebody else', async () => {
    const { db } = await emptyStore();
    expect(await latestSync(db, ada)).toBeUndefined();
    await enqueue(db, [sync('1')], now);
    const [claimed] = await claimDue(db, { owner: 'a', now, limit: 1, lease: Temporal.Duration.from({ minutes: 1 }) });
    if (claimed) await settle(db, claimed, { state: 'delivered' }, now);
    expect(await latestSync(db, ada)).toBe('delivered');
    await enqueue(db, [sync('2'), ...others.map(other => sync('3', other))], now);
    expect(await latestSync(db, ada)).toBe('pending');
    await forgetSyncs(db, '1100', later);
    expect(await findDelivery(db, `sync-roles/1100/120/1`)).toBeUndefined();
    expect(await findDelivery(db, `sync-roles/1100/120/2`)).toMatchObject({ state: 'pending' });
  });

  test('what waits for a member is tried now, what waits for others is not', async () => {
    const { db } = await emptyStore();
    await enqueue(db, [sync('1'), ...others.map(other => sync('1', other))], later);
    await hastenSyncs(db, ada, now);
    const dueAt = async (of: string) => String((await findDelivery(db, `sync-roles/${of}/1`))?.dueAt);
    expect(await dueAt('1100/120')).toBe(String(now));
    expect(await dueAt('1100/1200')).toBe(String(later));
    expect(await dueAt('1101/120')).toBe(String(later));
  });
});
