import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createDispatchCheck } from '../../../playground/discord/gateway/dispatch-check.ts';
import { createAnswerCheck } from '../../../playground/discord/rest/answer-check.ts';
import { createJournal } from '../../../playground/discord/rest/journal.ts';
import { done, ok, route } from '../../../playground/discord/rest/route.ts';
import { routes } from '../../../playground/discord/rest/routes/index.ts';
import type { Strictness } from '../../../playground/discord/surface/local-discord.ts';
import { loadChecks } from '../../../playground/discord/validate/spec.ts';
import { community, login, usualPermissions } from './community.ts';

const strict: Strictness = {
  schema: true,
  limits: true,
  allowedMentions: true,
  earlyRetries: true,
  answers: true,
  dispatches: true,
};

/** Something no record may hold; what the server says then is its own mistake. */
const wrongName = { name: 7 as unknown as string };

describe('what the server itself says', () => {
  test('a wrong answer is a violation of its own kind, and fails a test when it ends', async () => {
    const all = await community({}, usualPermissions, 'planted');
    all.guild.createRole(wrongName);
    await all.rest.get(Routes.guildRoles(all.guild.id));
    expect(all.discord.violations).toEqual([
      {
        kind: 'answer',
        where: 'GET /guilds/:guild/roles',
        path: '2.name',
        problem: 'STRING_TYPE_CONVERT: Could not interpret value as string.',
      },
    ]);
    expect(all.discord.requests[0]?.problems).toEqual(all.discord.violations);
    await expect(all.discord.close()).rejects.toThrow(
      'The local Discord itself was wrong 1 time(s):\n- answer: GET /guilds/:guild/roles 2.name',
    );
  });

  test('so is a wrong event', async () => {
    const all = await community({}, usualPermissions, 'planted');
    await login(all);
    all.guild.createRole(wrongName);
    expect(all.discord.violations).toEqual([
      {
        kind: 'dispatch',
        where: 'GUILD_ROLE_CREATE',
        path: 'role.name',
        problem: 'STRING_TYPE_CONVERT: Could not interpret value as string.',
      },
    ]);
    expect(all.discord.dispatches.at(-1)?.problems).toEqual(all.discord.violations);
  });

  test('both can be switched off', async () => {
    const all = await community({ strict: { answers: false, dispatches: false } });
    await login(all);
    all.guild.createRole(wrongName);
    await all.rest.get(Routes.guildRoles(all.guild.id));
    all.discord.assertNoViolations();
  });

  test('a malformed interaction that a test orders is no mistake of the server', async () => {
    const all = await community();
    await login(all);
    all.discord.deliver({ id: '1', token: 'x', type: 99, application_id: all.bot.id } as never);
    expect(all.discord.dispatches.at(-1)).toMatchObject({ event: 'INTERACTION_CREATE', problems: [] });
    all.discord.assertNoViolations();
  });
});

describe('what has no schema', () => {
  test('an event that is described nowhere is a violation that says where to describe it', async () => {
    const problems = createDispatchCheck(await loadChecks(), strict)('GUILD_DANCE', {});
    expect(problems.map(({ problem }) => problem)).toEqual([
      'no schema is known for this event: describe it in validate/dispatches',
    ]);
  });

  test('an answer with a body needs a schema, an answer without needs none', async () => {
    const journal = createJournal(10);
    const check = createAnswerCheck(await loadChecks(), strict, journal);
    const dance = route({ method: 'GET', path: '/dance', run: () => done });
    check(dance, done);
    expect(journal.violations).toEqual([]);
    check(dance, ok({}));
    expect(journal.violations.map(({ where }) => where)).toEqual(['GET /dance']);
  });

  test('every schema a route names exists', async () => {
    const checks = await loadChecks();
    const named = routes.flatMap(({ method, path, answers }) =>
      answers === undefined
        ? []
        : [{ route: `${method} ${path}`, name: typeof answers === 'string' ? answers : answers[0] }],
    );
    expect(named.filter(({ name }) => !checks.has(name))).toEqual([]);
    for (const { name } of named) expect(checks(name)).toBeTypeOf('function');
  });
});
