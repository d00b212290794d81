import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { Routes } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../../playground/discord/index.ts';
import { community, identifiesAtOnce, login } from './community.ts';

const v2 = 1 << 15;

async function lived() {
  const all = await community({ gateway: { identifyEvery: 0 } });
  const { guild, ada, rest, bot, general } = all;
  const learner = guild.createRole({ name: 'Learner', permissions: 1024n, color: 255 });
  ada.gets(learner);
  guild.createChannel({
    name: 'dark',
    overwrites: [
      { for: guild, deny: 1024n },
      { for: learner, allow: 1024n },
    ],
  });
  guild.systemChannelId = general.id;
  await rest.put(Routes.applicationCommands(bot.id), {
    body: [{ name: 'help', description: 'Help', default_member_permissions: '32' }],
  });
  const components = [{ type: 17, components: [{ type: 10, content: 'Kept' }] }];
  await rest.post(Routes.channelMessages(general.id), {
    body: { flags: v2, components, allowed_mentions: { parse: [] } },
  });
  const dm = (await rest.post(Routes.userChannels(), { body: { recipient_id: ada.id } })) as { id: string };
  await rest.post(Routes.channelMessages(dm.id), { body: { content: 'Hello', allowed_mentions: { parse: [] } } });
  return { ...all, learner };
}

describe('snapshots', () => {
  test('restored, everything is there again', async () => {
    const { discord } = await lived();
    const snapshot = discord.snapshot();
    const second = await startDiscord();
    onTestFinished(() => second.close());
    second.restore(snapshot);
    expect(deserialize(second.snapshot().bytes)).toEqual(deserialize(snapshot.bytes));
    const guild = second.guild('Climbers');
    const ada = guild.member('ada');
    expect(ada.roles.map(({ name, permissions }) => [name, permissions])).toEqual([['Learner', 1024n]]);
    expect(guild.channelsVisibleTo(ada).map(({ name }) => name)).toEqual(['general', 'dark']);
    expect(ada.sees().map(({ text }) => text)).toEqual(['Kept', 'Hello']);
    expect(guild.owner.commands().map(({ command }) => command.name)).toEqual(['help']);
    expect(guild.systemChannelId).toBe(guild.channel('general').id);
  });

  test('the bot of yesterday logs in with its token', async () => {
    const { discord } = await lived();
    const second = await startDiscord();
    onTestFinished(() => second.close());
    second.restore(discord.snapshot());
    const client = await login({ discord: second, bot: second.application('Guide') });
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Climbers']);
  });

  test('restoring sends connected bots to the new world', async () => {
    const { discord, bot } = await lived();
    const client = await login({ discord, bot }, identifiesAtOnce);
    const snapshot = discord.snapshot();
    discord.guild('Climbers').createRole({ name: 'Gone' });
    discord.restore(snapshot);
    await expect
      .poll(
        () =>
          client.guilds.cache
            .first()
            ?.roles.cache.map(({ name }) => name)
            .sort(),
        { timeout: 20_000 },
      )
      .toEqual(['@everyone', 'Guide', 'Learner']);
  });

  test('a snapshot of another version is refused with what to do', async () => {
    const { discord } = await community();
    expect(() => discord.restore({ version: 1 } as never)).toThrow('Start with a new file');
  });
});

describe('the file', () => {
  async function folder() {
    const path = await mkdtemp(join(tmpdir(), 'discord-'));
    onTestFinished(() => rm(path, { recursive: true }));
    return path;
  }

  test('what was there when it closed is there when it starts', async () => {
    const file = join(await folder(), 'deep', 'state.json');
    const first = await startDiscord({ file });
    first.createGuild({ name: 'Climbers', owner: 'olga' });
    first.clock.advance({ days: 1 });
    await first.close();
    const second = await startDiscord({ file });
    onTestFinished(() => second.close());
    expect(second.guild('Climbers').owner.name).toBe('olga');
    expect(second.clock.state.offset).toBe(86_400_000);
  });

  test('it is written soon after a change, without closing', async () => {
    const file = join(await folder(), 'state.json');
    const { discord } = await community({ file });
    discord.createGuild({ name: 'Second', owner: 'eve' });
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 10_000 }).toContain('Second');
  });

  test('a damaged file stops the start and says which', async () => {
    const file = join(await folder(), 'state.json');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(file, '{"version":1');
    await expect(startDiscord({ file })).rejects.toThrow(`${file} is not readable as a saved local Discord`);
  });
});
