import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login, refusal } from './community.ts';

const path = { name: 'path', description: 'Paths', contexts: [0], integration_types: [0] };
const help = { name: 'help', description: 'Help', contexts: [0], integration_types: [0] };

describe('publishing commands', () => {
  test('discord.js publishes commands and members are offered them', async () => {
    const all = await community();
    const client = await login(all);
    await client.application.commands.set([path, help]);
    expect(all.ada.commands().map(({ command }) => command.name)).toEqual(['path', 'help']);
    all.discord.assertNoViolations();
  });

  test('overwriting all commands keeps the ids of same names and removes the others', async () => {
    const { bot, rest } = await community();
    const route = Routes.applicationCommands(bot.id);
    const first = (await rest.put(route, { body: [path, help] })) as { id: string }[];
    const second = (await rest.put(route, { body: [{ ...path, description: 'New' }] })) as { id: string }[];
    expect(second.map(({ id }) => id)).toEqual([first[0]?.id]);
    expect(bot.commands.map(({ name, description }) => [name, description])).toEqual([['path', 'New']]);
  });

  test('creating a command of a known name overwrites it', async () => {
    const { bot, rest, discord } = await community();
    await rest.post(Routes.applicationCommands(bot.id), { body: path });
    await rest.post(Routes.applicationCommands(bot.id), { body: { ...path, description: 'New' } });
    expect(discord.requests.map(({ status }) => status)).toEqual([201, 200]);
    expect(bot.commands).toHaveLength(1);
  });

  test('a command can be changed and deleted by its id', async () => {
    const { bot, rest } = await community();
    const { id } = (await rest.post(Routes.applicationCommands(bot.id), { body: path })) as { id: string };
    await rest.patch(Routes.applicationCommand(bot.id, id), { body: { description: 'Changed' } });
    expect(bot.commands[0]?.description).toBe('Changed');
    await rest.delete(Routes.applicationCommand(bot.id, id));
    expect(await refusal(rest.get(Routes.applicationCommand(bot.id, id)))).toEqual({ status: 404, code: 10063 });
  });

  test('the list leaves translations out unless they are asked for', async () => {
    const { bot, rest } = await community();
    const route = Routes.applicationCommands(bot.id);
    await rest.put(route, { body: [{ ...path, name_localizations: { de: 'pfad' } }] });
    const [without] = (await rest.get(route)) as object[];
    const [having] = (await rest.get(route, {
      query: new URLSearchParams({ with_localizations: 'true' }),
    })) as object[];
    expect(without).not.toHaveProperty('name_localizations');
    expect(having).toHaveProperty('name_localizations', { de: 'pfad' });
  });

  test('commands of a guild hide global ones of the same name there', async () => {
    const { bot, rest, guild, ada } = await community();
    await rest.put(Routes.applicationCommands(bot.id), { body: [path] });
    await rest.put(Routes.applicationGuildCommands(bot.id, guild.id), {
      body: [{ name: 'path', description: 'Here' }],
    });
    expect(ada.commands().map(({ command }) => command.description)).toEqual(['Here']);
  });

  test('a bot cannot publish for another application, nor for a guild it is not in', async () => {
    const { bot, rest, discord } = await community();
    const other = discord.createApplication({ name: 'Other' });
    const elsewhere = discord.createGuild({ name: 'Elsewhere', owner: 'eve' });
    const missingAccess = { status: 403, code: 50001 };
    const notMine = { status: 403, code: 20012 };
    expect(await refusal(rest.put(Routes.applicationCommands(other.id), { body: [] }))).toEqual(notMine);
    expect(await refusal(rest.get(Routes.applicationGuildCommands(bot.id, elsewhere.id)))).toEqual(missingAccess);
  });

  test('more than 200 new commands a day are refused until the next day', async () => {
    const { bot, rest, discord } = await community({ rateLimits: false });
    const route = Routes.applicationCommands(bot.id);
    const hundred = (prefix: string) => Array.from({ length: 100 }, (_, n) => ({ ...path, name: `${prefix}-${n}` }));
    await rest.put(route, { body: hundred('a') });
    await rest.put(route, { body: hundred('b') });
    expect(await refusal(rest.put(route, { body: hundred('c') }))).toEqual({ status: 400, code: 30034 });
    discord.clock.advance({ hours: 25 });
    await expect(rest.put(route, { body: hundred('c') })).resolves.toHaveLength(100);
  });
});

describe('who is offered a command', () => {
  test('only members with the default permissions, and administrators for "0"', async () => {
    const { bot, rest, owner, ada } = await community();
    const manage = { ...path, name: 'manage', default_member_permissions: '32' };
    const admin = { ...path, name: 'admin', default_member_permissions: '0' };
    await rest.put(Routes.applicationCommands(bot.id), { body: [help, manage, admin] });
    expect(ada.commands().map(({ command }) => command.name)).toEqual(['help']);
    expect(owner.commands().map(({ command }) => command.name)).toEqual(['help', 'manage', 'admin']);
  });

  test('in direct messages only those whose contexts allow it', async () => {
    const { bot, rest, ada } = await community();
    await rest.put(Routes.applicationCommands(bot.id), { body: [path, { ...help, contexts: [0, 1] }] });
    const dm = (await rest.post(Routes.userChannels(), { body: { recipient_id: ada.id } })) as { id: string };
    expect(ada.commands(dm).map(({ command }) => command.name)).toEqual(['help']);
  });
});

describe('mistakes in commands', () => {
  const cases: readonly [title: string, command: object, problem: RegExp][] = [
    ['an upper-case name', { ...path, name: 'Path' }, /name: APPLICATION_COMMAND_INVALID_NAME/],
    ['no description', { ...path, description: '' }, /description: BASE_TYPE/],
    [
      'a required option after an optional one',
      {
        ...path,
        options: [
          { type: 3, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b', required: true },
        ],
      },
      /options.1.required: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID/,
    ],
    [
      'a subcommand beside an option',
      {
        ...path,
        options: [
          { type: 1, name: 'a', description: 'a' },
          { type: 3, name: 'b', description: 'b' },
        ],
      },
      /options.1.type: APPLICATION_COMMAND_OPTIONS_TYPE_MIXED/,
    ],
    [
      'more than 8000 characters',
      {
        ...path,
        options: Array.from({ length: 25 }, (_, n) => ({
          type: 3,
          name: `option-${n}`,
          description: 'd'.repeat(100),
          choices: [1, 2, 3].map(m => ({ name: `${m}${'n'.repeat(99)}`, value: `${m}${'v'.repeat(99)}` })),
        })),
      },
      /APPLICATION_COMMAND_TOO_LARGE/,
    ],
    ['a locale that does not exist', { ...path, name_localizations: { xx: 'pfad' } }, /name_localizations.xx: ENUM/],
  ];

  test.each(cases)('%s is refused and remembered', async (_, command, problem) => {
    const { bot, rest, discord } = await community();
    const refused = await refusal(rest.post(Routes.applicationCommands(bot.id), { body: command }));
    expect(refused).toEqual({ status: 400, code: 50035 });
    expect(discord.violations.map(violation => `${violation.path}: ${violation.problem}`).join('\n')).toMatch(problem);
    expect(bot.commands).toEqual([]);
  });

  test('two commands of the same name are refused', async () => {
    const { bot, rest } = await community();
    const refused = await refusal(rest.put(Routes.applicationCommands(bot.id), { body: [path, path] }));
    expect(refused).toEqual({ status: 400, code: 50035 });
  });
});
