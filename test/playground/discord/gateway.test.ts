import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { botThat, type Community, community, identifiesAtOnce, login } from './community.ts';

/** Names of roles as a client hears of them, in order. */
function rolesHeard(client: Client): string[] {
  const names: string[] = [];
  client.on(Events.GuildRoleCreate, role => names.push(role.name));
  return names;
}

const heard = (client: Client, event: string) =>
  new Promise<void>(resolve => client.once(event as 'shardReady', () => resolve()));

/** Waits until everything that was dispatched has arrived, by dispatching one thing more. */
async function caughtUp(client: Client, { guild }: Community): Promise<void> {
  const marker = new Promise<void>(resolve =>
    client.on(Events.GuildRoleCreate, role => role.name === 'marker' && resolve()),
  );
  guild.createRole({ name: 'marker' });
  await marker;
}

describe('logging in', () => {
  test('a client sees its guild with roles, channels and itself', async () => {
    const all = await community();
    const client = await login(all);
    const guild = client.guilds.cache.get(all.guild.id);
    expect(guild?.name).toBe('Climbers');
    expect(guild?.channels.cache.map(({ name }) => name)).toEqual(['general']);
    expect(guild?.members.me?.roles.cache.map(({ name }) => name).sort()).toEqual(['@everyone', 'Guide']);
    expect(guild?.memberCount).toBe(3);
  });

  test('a wrong token is refused', async () => {
    const { discord, bot } = await community();
    await expect(login({ discord, bot: { ...bot, token: 'wrong' } })).rejects.toThrow('invalid token');
  });

  test('a privileged intent that the portal does not allow is refused', async () => {
    const all = await community();
    const client = new Client({ intents: [GatewayIntentBits.GuildMembers], rest: { api: all.discord.url } });
    await expect(client.login(all.bot.token)).rejects.toThrow('disallowed intents');
  });

  test('a bot that is invited while connected hears of the guild', async () => {
    const all = await community();
    const client = await login(all);
    const joined = heard(client, Events.GuildCreate);
    all.discord.invite(all.bot, all.discord.createGuild({ name: 'Second', owner: 'eve' }), 0n);
    await joined;
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Climbers', 'Second']);
  });

  test('a withheld guild stays unavailable until it is released', async () => {
    const all = await community();
    all.discord.gateway.withholdGuild(all.guild.id);
    const client = await login(all);
    expect(client.guilds.cache.get(all.guild.id)?.available).toBe(false);
    const available = heard(client, Events.GuildAvailable);
    all.discord.gateway.releaseGuild(all.guild.id);
    await available;
    expect(client.guilds.cache.get(all.guild.id)?.channels.cache.size).toBe(1);
  });
});

describe('what a session hears', () => {
  test('members only with their intent, except changes to the bot itself', async () => {
    const all = await community();
    const changed: (string | undefined)[] = [];
    const client = await login(all);
    client.on(Events.Raw as 'raw', (packet: { t: string; d: { user?: { username: string } } }) => {
      if (packet.t.startsWith('GUILD_MEMBER')) changed.push(packet.d.user?.username);
    });
    const role = all.guild.createRole({ name: 'Learner' });
    all.ada.gets(role);
    all.guild.member('Guide').gets(role);
    await caughtUp(client, all);
    expect(changed).toEqual(['Guide']);
  });

  test('messages of channels it can see, without their content unless the portal allows it', async () => {
    const all = await community();
    const hidden = all.guild.createChannel({ name: 'hidden', overwrites: [{ for: all.guild, deny: 1n << 10n }] });
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const messages: [string, string][] = [];
    client.on(Events.MessageCreate, message => messages.push([message.channelId, message.content]));
    all.owner.says('secret', { in: hidden });
    all.ada.says('good morning');
    all.ada.says(`<@${all.bot.botUserId}> good morning`);
    await caughtUp(client, all);
    expect(messages).toEqual([
      [all.general.id, ''],
      [all.general.id, `<@${all.bot.botUserId}> good morning`],
    ]);
  });
});

test('a bot that renames itself hears of its new name', async () => {
  const all = await community();
  const client = await login(all);
  const updated = heard(client, Events.UserUpdate);
  await client.user.setUsername('Mentor');
  await updated;
  expect(client.user.username).toBe('Mentor');
  expect(all.guild.member('Mentor').id).toBe(all.bot.botUserId);
  expect(all.discord.violations).toEqual([]);
});

describe('connections that break', () => {
  test('a dropped socket is resumed, and what happened meanwhile is replayed in order', async () => {
    const all = await community();
    const client = await login(all);
    const names = rolesHeard(client);
    const resumed = heard(client, Events.ShardResume);
    all.discord.gateway.dropConnections();
    await expect.poll(() => all.discord.gateway.connected).toBe(0);
    all.guild.createRole({ name: 'one' });
    all.guild.createRole({ name: 'two' });
    await resumed;
    expect(names).toEqual(['one', 'two']);
    expect(all.discord.gateway).toMatchObject({ connected: 1, identifies: 1, resumes: 1 });
  });

  test('an interaction sent while the socket was down arrives once', async () => {
    const all = await community();
    let count = 0;
    const client = await botThat(
      async interaction => {
        count += 1;
        if (interaction.isChatInputCommand()) await interaction.reply('here');
      },
      [{ name: 'hello', description: 'Greets', contexts: [0], integration_types: [0] }],
      all,
    );
    const resumed = heard(client, Events.ShardResume);
    all.discord.gateway.dropConnections(4000);
    await expect.poll(() => all.discord.gateway.connected).toBe(0);
    expect(await all.ada.runs('/hello')).toMatchObject({ text: 'here' });
    await resumed;
    expect(count).toBe(1);
  });

  test('asked to reconnect, a client resumes', async () => {
    const all = await community();
    const client = await login(all);
    const resumed = heard(client, Events.ShardResume);
    all.discord.gateway.askToReconnect();
    await resumed;
    expect(all.discord.gateway.identifies).toBe(1);
  });

  test('a session declared invalid but resumable is resumed on the same connection', async () => {
    const all = await community();
    const client = await login(all);
    const resumed = heard(client, Events.ShardResume);
    all.discord.gateway.invalidateSessions(true);
    await resumed;
    expect(all.discord.gateway.identifies).toBe(1);
    expect(all.discord.gateway.connected).toBe(1);
  });

  test('an invalid session starts anew, and the client has its guild again', async () => {
    const all = await community({ gateway: { identifyEvery: 0 } });
    const client = await login(all, identifiesAtOnce);
    const again = heard(client, Events.ShardReady);
    all.discord.gateway.invalidateSessions(false);
    await again;
    expect(all.discord.gateway.identifies).toBe(2);
    expect(client.guilds.cache.get(all.guild.id)?.available).toBe(true);
  });
});

test('a discord.js session closes for good when the client is destroyed', async () => {
  const all = await community();
  const client = await login(all);
  await client.destroy();
  await expect.poll(() => all.discord.gateway.connected).toBe(0);
});
