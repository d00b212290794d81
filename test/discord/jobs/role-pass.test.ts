/** Going through everybody: exactly who differs is written to, at a pace Discord bears, from where it stopped. */
import { Events, PermissionFlagsBits, RESTEvents } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../../playground/discord/index.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { enrol } from '../../../src/store/enrolments.ts';
import { pauseJob, resumeJob } from '../../../src/store/jobs.ts';
import { loadLearner } from '../../../src/store/learner.ts';
import { findDelivery } from '../../../src/store/outbox.ts';
import { forgetRoles, noteRoles } from '../../../src/store/role-notes.ts';
import { aRoleServer, type RoleServer } from '../roles/a-community.ts';
import { bulk, everybody, goOn, start, work, workOff } from './a-pass.ts';

/** What is asked from now on: whose roles are changed, and how often somebody is read. Discord's journal is too short. */
function listening({ client }: RoleServer) {
  const written: string[] = [];
  const read: string[] = [];
  client.rest.on(RESTEvents.Response, ({ method, path }) => {
    const [, userId = '', role] = /members\/(\d+)(\/roles\/)?/.exec(path) ?? [];
    if (role && method !== 'GET') written.push(userId);
    else if (method === 'GET') read.push(userId);
  });
  return { written, read };
}

/** Members on a path, of whom some have lost its role by hand, and some have kept it though they left. */
async function drifting(server: RoleServer, count: number, isDrifted: (index: number) => boolean) {
  const { db, guild, roles, now } = server;
  const drifted: Member[] = [];
  const all = Array.from({ length: count }, (_, index) => {
    const isHeld = !isDrifted(index) || index % 2 === 0;
    const member = guild.join({ name: `member ${index}`, roles: isHeld ? [roles.rookie] : [] });
    if (isDrifted(index)) drifted.push(member);
    return member;
  });
  await inTransaction(db, async tx => {
    for (const [index, { id }] of all.entries()) {
      const member = { guildId: guild.id, userId: id };
      await noteRoles(tx, member, ['rookie'], now());
      const hasLeft = isDrifted(index) && index % 2 === 0;
      if (!hasLeft) await enrol(tx, member, { pathId: 'new-graduate', since: now() }, '1');
    }
  });
  return { all, drifted };
}

test('of 5,000 members with 3 % drift exactly the 150 are written to, once, at ten reads and a write a second', async () => {
  const server = await aRoleServer({ rateLimits: false });
  const { roles, now } = server;
  const { all, drifted } = await drifting(server, 5_000, index => index % 100 < 3);
  const { written, read } = listening(server);
  const begun = now();
  const { job } = await workOff(server, everybody);
  const took = begun.until(now()).total('seconds');

  expect(job).toMatchObject({ state: 'done', done: 5_000, total: 5_000, written: 150 });
  expect(written.toSorted()).toEqual(drifted.map(({ id }) => id).toSorted());
  const wrong = all.filter((member, index) => member.has(roles.rookie) === (index % 100 < 3 && index % 2 === 0));
  expect(wrong).toEqual([]);
  expect(new Set(read).size).toBe(5_000);
  expect(read).toHaveLength(5_000);
  expect(took).toBeGreaterThanOrEqual(500);
  expect(took).toBeLessThan(700);
}, 300_000);

describe('a pass', () => {
  test('over a server on which all is well writes nothing', async () => {
    const server = await aRoleServer();
    await drifting(server, 12, () => false);
    const { written } = listening(server);
    expect((await workOff(server, everybody)).job).toMatchObject({ state: 'done', done: 12, written: 0 });
    expect(written).toEqual([]);
  });

  test('goes on where it was paused, and reads nobody twice', async () => {
    const server = await aRoleServer();
    const { db, guild, now } = server;
    const { drifted } = await drifting(server, 25, index => index === 3 || index === 20);
    const { written, read } = listening(server);
    const job = await start(server, everybody);
    await work(server, job);
    await pauseJob(db, guild.id, job.id, now());
    expect(await work(server, job)).toEqual({ kind: 'delivered' });
    expect(read).toHaveLength(10);
    await inTransaction(db, tx => resumeJob(tx, guild.id, job.id, now()));
    expect((await goOn(server, job.id)).job).toMatchObject({ state: 'done', done: 25, written: 2 });
    expect(read).toHaveLength(25);
    expect(written.toSorted()).toEqual(drifted.map(({ id }) => id).toSorted());
  });

  test('asks of nobody who has left more than whether they are there, and goes on', async () => {
    const server = await aRoleServer();
    const { all } = await drifting(server, 5, index => index === 4);
    all[1]?.leaves();
    expect((await workOff(server, everybody)).job).toMatchObject({ state: 'done', done: 5, written: 1 });
  });

  test('leaves one effect behind for who has yet to pass the rules gate, however many passes come by', async () => {
    const server = await aRoleServer();
    const { db, guild, roles } = server;
    const { all } = await drifting(server, 4, index => index === 1);
    const [, ben] = all;
    ben?.becomes({ pending: true });
    expect((await workOff(server, everybody)).job).toMatchObject({ state: 'done', written: 0 });
    const effect = `sync-roles/${guild.id}/${ben?.id}/${everybody.name}`;
    expect(await findDelivery(db, effect)).toMatchObject({ state: 'pending' });
    expect(ben?.has(roles.rookie)).toBe(false);

    const later = { ...everybody, name: 'nightly/2026-03-03' };
    expect((await workOff(server, later)).job).toMatchObject({ state: 'done', done: 4 });
    expect(await findDelivery(db, `sync-roles/${guild.id}/${ben?.id}/${later.name}`)).toBeUndefined();
  });

  test('takes a role that was picked for a wish, and enrols', async () => {
    const server = await aRoleServer();
    const { db, guild, roles, discord } = server;
    const { all } = await drifting(server, 3, () => false);
    const [ada] = all;
    await server.leaves(ada as Member, 'new-graduate');
    await server.isOn(ada as Member, 'cost', '12');
    await forgetRoles(db, { guildId: guild.id, userId: ada?.id ?? '' }, ['rookie']);
    discord.clock.advance({ minutes: 2 });
    await workOff(server, everybody);
    const { enrolments } = await loadLearner(db, { guildId: guild.id, userId: ada?.id ?? '' });
    expect(enrolments.map(({ pathId }) => pathId).toSorted()).toEqual(['cost', 'new-graduate']);
    expect(ada?.has(roles.rookie)).toBe(true);
  });

  test('waits its turn while an older one is at it', async () => {
    const server = await aRoleServer();
    await drifting(server, 25, () => false);
    const { read } = listening(server);
    const older = await start(server, everybody);
    const younger = await start(server, { ...everybody, name: 'recent/2026-03-02T10:15' });
    await work(server, older);
    expect(await work(server, younger)).toMatchObject({ kind: 'unfinished' });
    expect(read).toHaveLength(10);
    await goOn(server, older.id);
    await goOn(server, younger.id);
    expect(read).toHaveLength(50);
  });
});

describe('a refusal', () => {
  const forbidden = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
  const refusing = { route: /members\/:member\/roles/, method: 'PUT', answer: forbidden, times: 100 } as const;

  test('stops a sweep at the first member, and the organisers hear why', async () => {
    const server = await aRoleServer();
    await drifting(server, 30, index => index % 2 === 1);
    server.discord.faults.next(refusing);
    const { job, results } = await workOff(server, everybody);
    const problem = { kind: 'role-too-high', roleId: server.roles.rookie.id };
    expect(job).toMatchObject({ state: 'stopped', done: 1, written: 0, outcome: { problem } });
    expect(results).toMatchObject([{ kind: 'delivered', noticed: problem }]);
    // Asked again once, since nothing that Discord says explains it.
    expect(server.discord.invalidRequests).toBe(2);
  });

  test('holds up a bulk change until it is repaired; then it goes on at that very member', async () => {
    const server = await aRoleServer();
    const { client, guild, roles, hears, discord } = server;
    const { all, drifted } = await drifting(server, 24, index => index % 2 === 1);
    const own = guild.role('Cairn');
    const { permissions } = own;
    const may = () => client.guilds.cache.get(guild.id)?.members.me?.permissions.has('ManageRoles') ?? false;
    const first = await start(server, bulk);
    await work(server, first);
    await hears(
      Events.GuildRoleUpdate,
      () => guild.changeRole(own, { permissions: permissions & ~PermissionFlagsBits.ManageRoles }),
      () => !may(),
    );
    const { job, results } = await goOn(server, first.id);
    expect(job).toMatchObject({ state: 'running', written: 5 });
    expect(results.at(-1)).toMatchObject({ kind: 'blocked', problem: { kind: 'permission-missing' } });
    expect(discord.invalidRequests).toBe(0);

    await hears(Events.GuildRoleUpdate, () => guild.changeRole(own, { permissions }), may);
    discord.clock.advance({ seconds: 16 });
    expect((await goOn(server, first.id)).job).toMatchObject({ state: 'done', done: 24, written: 12 });
    expect(all.every(member => member.has(roles.rookie))).toBe(true);
    expect(drifted).toHaveLength(12);
  });

  test('of one role that is too high does not keep a sweep from the others', async () => {
    const server = await aRoleServer();
    const { client, guild, roles, hears, isOn } = server;
    const { all } = await drifting(server, 6, index => index === 1);
    for (const member of all.slice(2, 4)) await isOn(member, 'cost', '20');
    const highest = guild.role('Cairn').position;
    const editable = () => client.guilds.cache.get(guild.id)?.roles.cache.get(roles.rookie.id)?.editable;
    await hears(
      Events.GuildRoleUpdate,
      () => guild.changeRole(roles.rookie, { position: highest + 1 }),
      () => !editable(),
    );
    expect((await workOff(server, everybody)).job).toMatchObject({ state: 'done', done: 6, written: 2 });
    expect(all[2]?.has(roles.topics)).toBe(true);
  });
});
