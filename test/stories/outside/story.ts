/** One evening with a bot of another family: what members are shown, whatever library the bot is written with. */
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../../playground/discord/index.ts';

export interface OutsideBot {
  /** Resolves when the bot is ready and its commands are published. */
  start(api: string, token: string): Promise<{ close(): Promise<void> | void }>;
}

const guildMembers = 1 << 1;
const permissions =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.ManageRoles |
  Permission.CreateEvents;

async function evening(bot: OutsideBot) {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const guild = discord.createGuild({ name: 'Climbers', owner: 'olga' });
  const general = guild.createChannel({ name: 'general' });
  const ada = guild.join({ name: 'ada' });
  const application = discord.createApplication({ name: 'Guide', privilegedIntents: guildMembers });
  discord.invite(application, guild, permissions);
  const climber = guild.createRole({ name: 'Climber', position: 1 });
  const running = await bot.start(discord.url, application.token);
  onTestFinished(() => running.close());
  return { discord, guild, general, ada, climber };
}

/** Registers the tests for one bot. */
export function tellStory(bot: OutsideBot): void {
  test('commands with suggestions, and buttons that change their message', async () => {
    const { ada } = await evening(bot);
    const offered = ada.commands().map(({ command }) => command.name);
    expect(offered).toEqual(['greet', 'form', 'report', 'promote', 'meet', 'Wave at']);
    expect(await ada.types('/greet', 'whom', 'gr')).toEqual([{ name: 'Grace', value: 'Grace' }]);
    const shown = await ada.runs('/greet', { whom: 'Grace' });
    expect(shown).toMatchObject({ text: 'Hello, Grace!', ephemeral: true });
    expect(await ada.clicks('Again', shown)).toMatchObject({ text: 'Hello again!' });
  });

  test('a form is filled in and sent', async () => {
    const { ada } = await evening(bot);
    const shown = await ada.runs('/form');
    expect(shown).toMatchObject({ kind: 'modal', text: 'Your proof' });
    const answer = await ada.submits({ Link: 'https://example.org', 'How was it': 'Hard' });
    expect(answer.text).toBe('https://example.org was hard');
  });

  test('a deferred answer brings a file', async () => {
    const { ada } = await evening(bot);
    const { message } = await ada.runs('/report');
    expect(message?.attachments.map(({ filename, size }) => [filename, size])).toEqual([['report.txt', 6]]);
    const file = await fetch(message?.attachments[0]?.url ?? '');
    expect(await file.text()).toBe('fine.\n');
  });

  test('a role is granted, with its reason', async () => {
    const { discord, ada, climber } = await evening(bot);
    expect((await ada.runs('/promote')).text).toBe('You climb now.');
    expect(ada.has(climber)).toBe(true);
    expect(discord.requests.find(({ route }) => route.endsWith('/roles/:role'))?.reason).toBe('Asked for it');
  });

  test('a thread and a scheduled event are made', async () => {
    const { guild, ada } = await evening(bot);
    expect((await ada.runs('/meet')).text).toBe('See you there.');
    expect(guild.threads.map(({ name }) => name)).toEqual(['Tuesday']);
    expect(guild.scheduledEvents.map(({ name }) => name)).toEqual(['Tuesday']);
    expect(ada.sees().map(({ text }) => text)).toContain('Bring a rope.');
  });

  test('a command on a member', async () => {
    const { guild, ada } = await evening(bot);
    expect((await ada.uses('Wave at', { on: guild.owner })).text).toBe('ada waves at olga.');
  });

  test('a reaction is noticed, and a newcomer is welcomed by direct message', async () => {
    const { discord, guild, general, ada } = await evening(bot);
    const question = ada.says('Who is in?', { in: general });
    guild.owner.reacts('✅', question);
    await discord.until(() => ada.reads(general).some(({ text }) => text === 'olga is in.'));
    const grace = guild.join({ name: 'grace' });
    await discord.until(() => grace.sees().some(({ text }) => text === 'Welcome, grace!'));
  });

  test('after a lost connection nothing is lost', async () => {
    const { discord, ada } = await evening(bot);
    discord.gateway.dropConnections();
    expect((await ada.runs('/greet', { whom: 'Ada' })).text).toBe('Hello, Ada!');
    expect(discord.gateway.identifies + discord.gateway.resumes).toBe(2);
  });

  test('told to wait, it waits and comes back', async () => {
    const { discord, ada } = await evening(bot);
    discord.faults.next({
      route: /members.*roles/,
      answer: {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: 0.2, global: false },
        headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'user' },
      },
    });
    expect((await ada.runs('/promote')).text).toBe('You climb now.');
    expect(discord.requests.filter(({ route }) => route.endsWith('/roles/:role')).map(({ status }) => status)).toEqual([
      429, 204,
    ]);
    expect(discord.earlyRequests).toBe(0);
  });
}
