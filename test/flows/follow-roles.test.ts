/** Roles follow in the transaction of the change, where a role may follow at all. */
import { describe, expect, test } from 'vitest';
import { adopt } from '../../src/store/bindings.ts';
import { claimDue } from '../../src/store/deliveries.ts';
import { listOutbox } from '../../src/store/outbox-list.ts';
import { lastRoleChange } from '../../src/store/role-changes.ts';
import { forgetRoles, notedRoles, noteRoles } from '../../src/store/role-notes.ts';
import { latestSync } from '../../src/store/role-syncs.ts';
import { aCommunity, aCommunityChannel, aCommunityRole } from '../support/a-community.ts';
import { aCurriculum, aPath, at } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [
    aPath('long', [['a']]),
    aPath('short', [['a']], { variantOf: 'long' }),
    aPath('plain', [['a']]),
    ...['left', 'right'].map(id => aPath(id, [['a']])),
  ],
});
const channels = [aCommunityChannel('rookies', { sees: ['rookie'] })];
const community = aCommunity({
  roles: [
    aCommunityRole('rookie', { paths: ['long', 'short'] }),
    aCommunityRole('hands', { paths: ['left', 'right'] }),
  ],
  categories: [{ key: 'k', name: 'K', channels }],
});
const now = at('2026-03-02');

async function aServer(engine: (typeof embedded)[number]) {
  let clock = now;
  const bound = await boundFlows(engine, curriculum, community, { now: () => clock });
  const pass = (duration: Temporal.DurationLike) => {
    clock = clock.add(duration);
  };
  const ids = { 'role:rookie': '51', 'role:hands': '52', 'channel:rookies': '61' };
  for (const [binding, id] of Object.entries(ids)) await adopt(bound.db, '1100', binding, id, {}, now);
  const member = { guildId: '1100', userId: '1200' };
  let events = 0;
  const seen = (...roleIds: readonly string[]) =>
    bound.flows.seeRoles({ member, roleIds, because: `event/${++events}` });
  const paths = async () => (await bound.flows.showProgress(member)).paths.map(({ progress }) => progress.path.id);
  return { ...bound, member, seen, paths, pass };
}

describe.each(embedded)('on $name', engine => {
  test('choosing a path names the channel that opens, and has the roles set right', async () => {
    const { flows, db, ada, member, woken } = await aServer(engine);
    expect(await flows.choosePath(ada(), 'long')).toMatchObject({ kind: 'chosen', opened: ['61'] });
    expect(await latestSync(db, member)).toBe('pending');
    expect(await lastRoleChange(db, member)).toBeDefined();
    expect(woken()).toBe(1);
    expect(await flows.choosePath(ada(), 'long')).not.toHaveProperty('opened');
  });

  test('a path without a role asks for nothing', async () => {
    const { flows, db, ada, member } = await aServer(engine);
    expect(await flows.choosePath(ada(), 'plain')).not.toHaveProperty('opened');
    await flows.leavePath(ada(), 'plain');
    expect(await latestSync(db, member)).toBeUndefined();
  });

  test('leaving notes the role, whoever gave it, so that it can be taken; the other path’s stays', async () => {
    const { flows, db, ada, member } = await aServer(engine);
    for (const path of ['long', 'short', 'left']) await flows.choosePath(ada(), path);
    expect(await flows.leavePath(ada(), 'long')).not.toHaveProperty('closed');
    expect((await notedRoles(db, member)).size).toBe(0);
    expect(await flows.leavePath(ada(), 'short')).toMatchObject({ kind: 'left', closed: ['61'] });
    expect([...(await notedRoles(db, member))]).toEqual(['rookie']);
  });
});

describe.each(embedded)('seeing the roles of a member on $name', engine => {
  test('what is seen while an earlier look is being carried out is looked at once more, else once', async () => {
    const { flows, db, ada, seen, pass } = await aServer(engine);
    await flows.choosePath(ada(), 'long');
    const syncs = async () =>
      (await db.selectFrom('outbox').select('id').where('kind', '=', 'sync-roles').execute()).length;
    await seen();
    expect(await syncs()).toBe(1);
    await claimDue(db, { owner: 'here', now, limit: 5, lease: Temporal.Duration.from({ seconds: 30 }) });
    await seen();
    expect(await syncs()).toBe(2);
    pass({ minutes: 1 });
    await seen();
    expect(await syncs()).toBe(2);
  });

  test('who has what they should costs nothing', async () => {
    const { flows, db, ada, member, seen, woken } = await aServer(engine);
    expect(await seen()).toEqual({ enrolled: [], toAsk: [] });
    expect(await latestSync(db, member)).toBeUndefined();
    await flows.choosePath(ada(), 'plain');
    await seen();
    expect(woken()).toBe(0);
  });

  test('a lacking role is asked for once, however often it is seen', async () => {
    const { flows, db, ada, member, seen } = await aServer(engine);
    await flows.choosePath(ada(), 'long');
    await seen();
    await seen();
    expect((await listOutbox(db, 9)).map(({ effect }) => effect.kind)).toEqual(['sync-roles']);
    expect(await latestSync(db, member)).toBe('pending');
  });

  test('a picked role enrols on the one full path of it', async () => {
    const { db, member, seen, paths } = await aServer(engine);
    expect(await seen('51')).toMatchObject({ enrolled: [{ id: 'long' }], toAsk: [] });
    expect(await paths()).toEqual(['long']);
    expect(await latestSync(db, member)).toBe('pending');
  });

  test('a role of several paths is asked about, and enrols nobody', async () => {
    const { seen, paths } = await aServer(engine);
    expect(await seen('52')).toMatchObject({
      enrolled: [],
      toAsk: [{ role: { key: 'hands' }, paths: [{ id: 'left' }, { id: 'right' }] }],
    });
    expect(await paths()).toEqual([]);
  });

  test('a role still held after its path was left is no wish: Cairn is about to take it', async () => {
    const { flows, db, ada, member, seen, paths } = await aServer(engine);
    await flows.choosePath(ada(), 'long');
    await noteRoles(db, member, ['rookie'], now);
    await flows.leavePath(ada(), 'long');
    expect(await seen('51')).toEqual({ enrolled: [], toAsk: [] });
    expect(await paths()).toEqual([]);
  });

  test('nor is one that an old picture of the member still shows when it has been taken', async () => {
    const { flows, db, ada, member, seen, paths } = await aServer(engine);
    await flows.choosePath(ada(), 'long');
    await flows.leavePath(ada(), 'long');
    await forgetRoles(db, member, ['rookie']);
    expect(await seen('51')).toEqual({ enrolled: [], toAsk: [] });
    expect(await paths()).toEqual([]);
  });

  test('one picked again a while after leaving is a new wish', async () => {
    const { flows, db, ada, member, seen, paths, pass } = await aServer(engine);
    await flows.choosePath(ada(), 'long');
    await flows.leavePath(ada(), 'long');
    await forgetRoles(db, member, ['rookie']);
    pass({ minutes: 2 });
    expect(await seen('51')).toMatchObject({ enrolled: [{ id: 'long' }] });
    expect(await paths()).toEqual(['long']);
  });
});
