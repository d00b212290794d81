import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login } from './community.ts';

describe('a bot that asks about itself', () => {
  test('discord.js fetches its application, complete', async () => {
    const all = await community();
    const client = await login(all);
    const application = await client.application.fetch();
    expect(application).toMatchObject({ id: all.bot.id, name: 'Guide', approximateGuildCount: 1 });
    expect(application.owner).toMatchObject({ username: 'developer' });
    all.discord.assertNoViolations();
  });

  test('both addresses of the application tell the same', async () => {
    const all = await community();
    const own = await all.rest.get(Routes.currentApplication());
    expect(await all.rest.get(Routes.oauth2CurrentApplication())).toEqual(own);
    all.discord.assertNoViolations();
  });

  test('the gateway’s address is told to everybody', async () => {
    const all = await community();
    const answer = await fetch(`${all.discord.url}/v10${Routes.gateway()}`);
    expect(await answer.json()).toEqual({ url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+/) });
    all.discord.assertNoViolations();
  });

  test('a token that nobody has is refused, whatever it asks for', async () => {
    const all = await community();
    const answer = await fetch(`${all.discord.url}/v10/users/@me`, { headers: { authorization: 'Bot nobody' } });
    expect([answer.status, await answer.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  });
});
