import { Events, GatewayIntentBits, type Invite, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { community, login, refusal, usualPermissions } from './community.ts';

const createInvites = 1n;
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildInvites];

test('discord.js makes an invite with a role, somebody joins by it, and it is used up', async () => {
  const all = await community({}, usualPermissions | createInvites);
  const client = await login(all, { intents });
  const learner = all.guild.createRole({ name: 'Learner' });
  const created = new Promise<Invite>(resolve => client.once(Events.InviteCreate, resolve));
  const deleted = new Promise<Invite>(resolve => client.once(Events.InviteDelete, resolve));
  const body = { max_uses: 1, max_age: 3600, unique: true, role_ids: [learner.id] };
  const { code } = (await all.rest.post(Routes.channelInvites(all.general.id), { body })) as { code: string };
  expect(await created).toMatchObject({ code, maxUses: 1, maxAge: 3600, channelId: all.general.id });
  const found = await client.fetchInvite(code);
  expect([found.guild?.name, found.memberCount]).toEqual(['Climbers', 3]);
  const grace = all.guild.joinBy(code, all.discord.createUser({ name: 'grace' }));
  expect(grace.has(learner)).toBe(true);
  expect((await deleted).code).toBe(code);
  expect(() => all.guild.joinBy(code, all.discord.createUser({ name: 'mary' }))).toThrow('not good');
  all.discord.assertNoViolations();
});

test('the same invite is given again unless a unique one is asked for', async () => {
  const { rest, general, discord } = await community({}, usualPermissions | createInvites);
  const make = async (body: object) =>
    (await rest.post(Routes.channelInvites(general.id), { body })) as { code: string };
  const first = await make({});
  expect((await make({})).code).toBe(first.code);
  expect((await make({ unique: true })).code).not.toBe(first.code);
  expect(await rest.get(Routes.channelInvites(general.id))).toHaveLength(2);
  discord.assertNoViolations();
});

test('an invite ends by the clock, or when it is deleted', async () => {
  const clock = createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') });
  const { discord, rest, guild, general } = await community({ clock }, usualPermissions | createInvites | 32n);
  const make = async (body: object) =>
    (await rest.post(Routes.channelInvites(general.id), { body })) as { code: string };
  const short = await make({ max_age: 60 });
  const lasting = await make({ max_age: 0 });
  discord.clock.advance({ minutes: 2 });
  expect(await refusal(rest.get(Routes.invite(short.code)))).toEqual({ status: 404, code: 10006 });
  expect(await rest.get(Routes.guildInvites(guild.id))).toMatchObject([{ code: lasting.code, expires_at: null }]);
  await rest.delete(Routes.invite(lasting.code));
  expect(await refusal(rest.delete(Routes.invite(lasting.code)))).toEqual({ status: 404, code: 10006 });
  discord.assertNoViolations();
});

test('an invite needs its permission, lasts a week at most and gives no role from above', async () => {
  const { rest, general, guild } = await community();
  guild.changeRole(guild.everyone, { permissions: 0x400n });
  const make = (body: object) => refusal(rest.post(Routes.channelInvites(general.id), { body }));
  expect(await make({})).toEqual({ status: 403, code: 50013 });
  guild.changeRole(guild.everyone, { permissions: 0x401n });
  expect(await make({ max_age: 604_801 })).toEqual({ status: 400, code: 50035 });
  const high = guild.createRole({ name: 'High', position: 9 });
  expect(await make({ role_ids: [high.id] })).toEqual({ status: 403, code: 50013 });
});

test('the 1001st invite is refused with 30016', async () => {
  const { rest, guild, general } = await community({}, usualPermissions | createInvites);
  for (let n = 0; n < 1000; n += 1) guild.createInvite(general);
  expect(await refusal(rest.post(Routes.channelInvites(general.id), { body: {} }))).toEqual({
    status: 400,
    code: 30016,
  });
});
