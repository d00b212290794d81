import { Events } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Disturbance } from '../../../playground/discord/index.ts';
import { community, login } from './community.ts';
import { connect, type GatewayClient } from './gateway-client.ts';

const roleNames = ({ messages }: GatewayClient) =>
  messages.flatMap(({ t, d }) => (t === 'GUILD_ROLE_CREATE' ? [String(d.role.name)] : []));

/** What a client hears of eight new roles. */
async function heardOf(how: Disturbance, marker = true) {
  const all = await community();
  const client = connect(all);
  client.identify();
  await client.take('GUILD_CREATE');
  all.discord.gateway.disturb(how);
  for (let n = 0; n < 8; n += 1) all.guild.createRole({ name: String(n) });
  if (marker) {
    all.discord.gateway.disturb();
    all.guild.createChannel({ name: 'the-end' });
    await client.take('CHANNEL_CREATE');
  }
  return { ...all, client };
}

describe('disturbed dispatches', () => {
  test('some come twice, each with a number of its own', async () => {
    const { client } = await heardOf({ seed: 7, duplicate: 0.5 });
    const names = roleNames(client);
    expect([...new Set(names)]).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(names.length).toBeGreaterThan(8);
    const numbers = client.messages.flatMap(({ s }) => s ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('some come after the one that followed them, none is lost', async () => {
    const { client } = await heardOf({ seed: 7, reorder: 0.5 });
    const names = roleNames(client);
    expect(names.toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(names).not.toEqual(names.toSorted());
  });

  test('one that is held back and followed by nothing comes all the same', async () => {
    const { client, guild } = await heardOf({ seed: 1, reorder: 1 }, false);
    // Of an odd number the last one has none to wait for.
    guild.createRole({ name: '8' });
    await expect.poll(() => roleNames(client).length).toBe(9);
  });

  test('some come late', async () => {
    const { client } = await heardOf({ seed: 7, delay: 0.5, delayMillis: 20 });
    await expect.poll(() => roleNames(client).length).toBe(8);
    expect(roleNames(client)).not.toEqual(roleNames(client).toSorted());
  });

  test('the same seed disturbs the same ones', async () => {
    const how = { seed: 42, duplicate: 0.3, reorder: 0.3 };
    const [one, two, other] = await Promise.all([heardOf(how), heardOf(how), heardOf({ ...how, seed: 43 })]);
    expect(roleNames(two.client)).toEqual(roleNames(one.client));
    expect(roleNames(other.client)).not.toEqual(roleNames(one.client));
  });
});

describe('an outage of one guild', () => {
  test('a client keeps the guild as unavailable, and has it back afterwards as it is by then', async () => {
    const all = await community();
    const client = await login(all);
    const heard = (event: string) => new Promise(resolve => client.once(event as 'guildAvailable', resolve));
    const gone = heard(Events.GuildUnavailable);
    all.discord.gateway.makeUnavailable(all.guild.id);
    await gone;
    expect(client.guilds.cache.get(all.guild.id)?.available).toBe(false);
    all.guild.createRole({ name: 'made meanwhile' });
    const back = heard(Events.GuildAvailable);
    all.discord.gateway.releaseGuild(all.guild.id);
    await back;
    expect(client.guilds.cache.get(all.guild.id)?.roles.cache.map(({ name }) => name)).toContain('made meanwhile');
  });
});

test('a frozen connection is given up by discord.js and resumed on another one', async () => {
  const all = await community({ gateway: { heartbeatInterval: 300 } });
  const client = await login(all);
  const resumed = new Promise(resolve => client.once(Events.ShardResume, resolve));
  const heard = new Promise(resolve => client.once(Events.GuildRoleCreate, resolve));
  all.discord.gateway.freeze();
  all.guild.createRole({ name: 'missed' });
  await resumed;
  await heard;
  expect(all.discord.gateway).toMatchObject({ identifies: 1, resumes: 1 });
});
