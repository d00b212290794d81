/** `npm run discord`, started as another bot's author starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Events, GatewayIntentBits, REST, Routes } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { readOptions } from '../../playground/standalone-options.ts';

async function start(...args: string[]) {
  const child = spawn(process.execPath, ['playground/standalone.ts', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', chunk => {
    said += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', chunk => {
    said += chunk;
  });
  const saysUntil = async (text: string): Promise<string> => {
    while (!said.includes(text)) {
      const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
      if (over && !said.includes(text)) throw new Error(`It ended without saying "${text}":\n${said}`);
    }
    return said;
  };
  return { child, ended, saysUntil, said: () => said };
}

const field = (said: string, name: string) => new RegExp(`^ *${name} +(\\S+)`, 'm').exec(said)?.[1] ?? '';

test('it prints an address and a token that a bot can use, and what the bot gets wrong', async () => {
  const { child, ended, saysUntil } = await start('--page', '0', '--bot', 'Guide', '--guild', 'Climbers');
  const said = await saysUntil('Ctrl-C');
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: field(said, 'API') } });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
  await client.login(field(said, 'Token'));
  expect((await ready).user.username).toBe('Guide');
  expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Climbers']);
  const page = await fetch(field(said, 'Page'));
  expect(await page.text()).toContain('<html');
  const general = client.guilds.cache.first()?.channels.cache.find(({ name }) => name === 'general');
  const rest = new REST({ api: field(said, 'API') }).setToken(field(said, 'Token'));
  await rest.post(Routes.channelMessages(general?.id ?? ''), { body: { content: 'Hello <@1>' } });
  expect(await saysUntil('✗')).toContain('✗ POST /channels/:channel/messages allowed_mentions: missing');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('with a state file, the second start knows the bot and its token', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'discord-alone-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const args = ['--no-page', '--state', join(folder, 'discord.state')];
  const first = await start(...args);
  const token = field(await first.saysUntil('Ctrl-C'), 'Token');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  const second = await start(...args);
  expect(field(await second.saysUntil('Ctrl-C'), 'Token')).toBe(token);
});

test('an option that makes no sense is answered with the usage', async () => {
  const { ended, said } = await start('--intents', 'everything');
  expect(await ended).toBe(64);
  expect(said()).toContain('--intents knows members, presences, message-content, not "everything"');
  expect(said()).toContain('Usage: npm run discord');
});

test.each([
  [['--port', '70000'], '--port must be a port from 0 to 65535, not "70000".'],
  [['--guild', 'x'], '--guild must have 2 to 100 characters.'],
  [['--permissions', 'all'], '--permissions must be the number of an invite link, such as 8, not "all".'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%s is refused', (args, problem) => {
  expect(() => readOptions(args)).toThrow(problem);
});

test('privileged intents are switched on by name', () => {
  expect(readOptions(['--intents', 'members,message-content'])).toMatchObject({
    privilegedIntents: GatewayIntentBits.GuildMembers | GatewayIntentBits.MessageContent,
  });
});
