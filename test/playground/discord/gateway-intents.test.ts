import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { intentsFor } from '../../../playground/discord/gateway/event-intents.ts';
import { Intent } from '../../../playground/discord/intents.ts';
import { community } from './community.ts';
import { connect } from './gateway-client.ts';

describe('intents', () => {
  test('every intent of Discord is known by its bit', () => {
    const bits = Object.values(GatewayIntentBits).filter(bit => typeof bit === 'number');
    expect([...new Set(bits)].toSorted((a, b) => a - b)).toEqual(Object.values(Intent).filter(bit => bit !== 0));
  });

  test('every event of Discord has its intents', () => {
    const unknown = Object.values(GatewayDispatchEvents).filter(event => intentsFor(event) === undefined);
    expect(unknown).toEqual([]);
  });

  test('messages have one intent in guilds and another in direct messages', () => {
    expect(intentsFor('MESSAGE_CREATE')).toEqual(new Set([Intent.guildMessages, Intent.directMessages]));
  });

  test('a session without intents hears of nothing but interactions and itself', async () => {
    const all = await community();
    const client = connect(all);
    client.identify({ intents: 0 });
    await client.take('READY');
    all.guild.createRole({ name: 'unheard' });
    all.ada.says('unheard');
    all.guild.member('Guide').becomes({ nick: 'Leader' });
    await client.take('GUILD_MEMBER_UPDATE');
    expect(client.messages.map(({ op, t }) => t ?? op)).toEqual([10, 'READY', 'GUILD_MEMBER_UPDATE']);
  });
});

describe('sharding', () => {
  test('each guild is on one shard, direct messages on the first', async () => {
    const all = await community({ gateway: { identifyEvery: 0 } });
    const others = Array.from({ length: 4 }, (_, n) => all.discord.createGuild({ name: `Guild ${n}`, owner: 'eve' }));
    for (const other of others) all.discord.invite(all.bot, other, 0n);
    const clients = [0, 1].map(index => {
      const client = connect(all);
      client.identify({ intents: 1 | Intent.directMessages, shard: [index, 2] });
      return client;
    });
    const guilds = [];
    for (const client of clients) {
      const { d } = await client.take('READY');
      guilds.push((d.guilds as { id: string }[]).map(({ id }) => id));
    }
    const everything = [all.guild, ...others].map(({ id }) => id);
    const expected = [0n, 1n].map(shard => everything.filter(id => (BigInt(id) >> 22n) % 2n === shard));
    expect(guilds).toEqual(expected);
    const dm = (await all.rest.post('/users/@me/channels', { body: { recipient_id: all.ada.id } })) as { id: string };
    await all.rest.post(`/channels/${dm.id}/messages`, { body: { content: 'Hi', allowed_mentions: { parse: [] } } });
    expect(await clients[0]?.take('MESSAGE_CREATE')).toMatchObject({ d: { channel_id: dm.id, channel_type: 1 } });
    for (const id of everything) all.discord.guild(id).createRole({ name: 'end' });
    for (const [index, client] of clients.entries())
      for (const id of expected[index] ?? [])
        expect(await client.take('GUILD_ROLE_CREATE')).toMatchObject({ d: { guild_id: id } });
    expect(clients[1]?.messages.filter(({ t }) => t === 'MESSAGE_CREATE')).toEqual([]);
  });

  test('a connected bot that is invited hears of the guild on its shard only', async () => {
    const all = await community({ gateway: { identifyEvery: 0 } });
    const guild = all.discord.createGuild({ name: 'Second', owner: 'eve' });
    const shard = Number((BigInt(guild.id) >> 22n) % 2n);
    const clients = [connect(all), connect(all)];
    for (const [index, client] of clients.entries()) {
      client.identify({ shard: [index, 2] });
      await client.take('READY');
    }
    all.discord.invite(all.bot, guild, 0n);
    for (let heard: unknown; heard !== guild.id; ) heard = (await clients[shard]?.take('GUILD_CREATE'))?.d.id;
    clients[1 - shard]?.send({ op: 1, d: null });
    await clients[1 - shard]?.take(11);
    expect(clients[1 - shard]?.messages.some(({ d }) => d?.id === guild.id)).toBe(false);
  });
});
