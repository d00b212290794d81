import { type Interaction, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { aBotThat } from './a-bot.ts';
import { type Community, community, refusal, usualPermissions } from './community.ts';

const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
const invalidForm = { status: 400, code: 50035 };

const viewAuditLog = 1n << 7n;
const banMembers = 1n << 2n;

/** What was wrong with an answer that Discord refused. */
async function problemsOf(answer: (interaction: Interaction) => Promise<unknown>): Promise<readonly string[]> {
  const { discord, ada } = await aBotThat(answer);
  // Nobody waits for what she is shown in the end.
  void ada.runs('/hello').catch(() => undefined);
  await discord.until(() => discord.violations.length > 0);
  const problems = [...discord.violations];
  return problems.map(({ path, problem }) => `${path}: ${problem}`);
}

describe('limits of messages and forms', () => {
  test('a sixth row of buttons is refused', async () => {
    const { rest, general } = await community();
    const row = (n: number) => ({ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: `${n}` }] });
    const send = (rows: number) =>
      rest.post(Routes.channelMessages(general.id), {
        body: { content: 'x', components: many(rows, row), allowed_mentions: { parse: [] } },
      });
    await send(5);
    expect(await refusal(send(6))).toEqual(invalidForm);
  });

  test('a modal has five components at most', async () => {
    const field = (n: number) => ({ type: 18, label: 'x', component: { type: 4, custom_id: `${n}`, style: 1 } });
    const problems = await problemsOf(async interaction =>
      interaction.isChatInputCommand()
        ? interaction.showModal({ title: 'Form', custom_id: 'form', components: many(6, field) as never })
        : undefined,
    );
    expect(problems).toEqual(['data.components: BASE_TYPE_BAD_LENGTH: Must be between 1 and 5 in length.']);
  });

  test.each<[title: string, field: object, problem: string]>([
    [
      'a text of at least five and at most two characters',
      { type: 4, style: 1, min_length: 5, max_length: 2 },
      'min_length: TEXT',
    ],
    [
      'a choice of at least three and at most two members',
      { type: 5, min_values: 3, max_values: 2 },
      'min_values: SELECT',
    ],
  ])('a modal that asks for %s is refused', async (_, field, problem) => {
    const components = [{ type: 18, label: 'x', component: { custom_id: 'x', ...field } }];
    const problems = await problemsOf(async interaction =>
      interaction.isChatInputCommand()
        ? interaction.showModal({ title: 'Form', custom_id: 'form', components: components as never })
        : undefined,
    );
    expect(problems.join('\n')).toContain(`data.components.0.component.${problem}`);
  });

  test.each([
    ['a choice’s name of 101 characters', { name: 'x'.repeat(101), value: 'x' }, 'name: BASE_TYPE_BAD_LENGTH'],
    ['a choice’s value of 101 characters', { name: 'x', value: 'x'.repeat(101) }, 'value: BASE_TYPE_MAX_LENGTH'],
  ])('%s is refused', async (_, choice, problem) => {
    const { discord, ada } = await aBotThat(async interaction =>
      interaction.isAutocomplete() ? interaction.respond([choice]) : undefined,
    );
    // Nobody waits for what she is shown in the end.
    void ada.types('/path choose', 'path', 'a').catch(() => undefined);
    await discord.until(() => discord.violations.length > 0);
    const [violation] = discord.violations;
    expect(`${violation?.path}: ${violation?.problem}`).toContain(`data.choices.0.${problem}`);
  });
});

describe('limits of commands', () => {
  const tooMany: readonly [title: string, most: number, make: (n: number) => object][] = [
    ['101st slash command', 100, n => ({ name: `c${n}`, description: 'x' })],
    ['16th command on users', 15, n => ({ name: `c${n}`, type: 2 })],
    ['16th command on messages', 15, n => ({ name: `c${n}`, type: 3 })],
  ];

  test.each(tooMany)('the %s is refused with 30032', async (_, most, make) => {
    const { rest, bot, discord } = await community({ rateLimits: false });
    const put = (count: number) => rest.put(Routes.applicationCommands(bot.id), { body: many(count, make) });
    await put(most);
    expect(await refusal(put(most + 1))).toEqual({ status: 400, code: 30032 });
    discord.assertNoViolations();
  });
});

describe('limits of pages', () => {
  const pages: readonly [title: string, path: (all: Community) => string, most: number][] = [
    ['a page of members', ({ guild }) => Routes.guildMembers(guild.id), 1000],
    ['a page of bans', ({ guild }) => Routes.guildBans(guild.id), 1000],
    ['a page of the bot’s guilds', () => Routes.userGuilds(), 200],
    ['a page of the audit log', ({ guild }) => Routes.guildAuditLog(guild.id), 100],
  ];

  test.each(pages)('%s is no longer than Discord’s', async (_, path, most) => {
    const all = await community({}, usualPermissions | viewAuditLog | banMembers);
    const bot = all.discord.createApplication({ name: 'Reader', privilegedIntents: 1 << 1 });
    all.discord.invite(bot, all.guild, usualPermissions | viewAuditLog | banMembers);
    all.rest.setToken(bot.token);
    const ask = (limit: number) =>
      all.rest.get(path(all) as `/${string}`, { query: new URLSearchParams({ limit: `${limit}` }) });
    await ask(most);
    expect(await refusal(ask(most + 1))).toEqual(invalidForm);
    all.discord.assertNoViolations();
  });
});
