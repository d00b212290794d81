import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { community, login, refusal, usualPermissions } from './community.ts';

const strict = { answers: true, dispatches: true };

test('a welcome screen is set up, switched on and shown to everybody', async () => {
  const all = await community({ strict }, usualPermissions | (1n << 5n));
  const { rest, guild, general } = all;
  const path = Routes.guildWelcomeScreen(guild.id);
  expect(await refusal(rest.get(path))).toEqual({ status: 404, code: 10069 });
  const client = await login(all);
  const screen = await client.guilds.cache.get(guild.id)?.editWelcomeScreen({
    description: 'Come in.',
    welcomeChannels: [{ channel: general.id, description: 'Say hello', emoji: '👋' }],
  });
  expect(screen?.welcomeChannels.map(({ description, emoji }) => [description, emoji.name])).toEqual([
    ['Say hello', '👋'],
  ]);
  await rest.patch(path, { body: { enabled: true } });
  const visitor = all.discord.createApplication({ name: 'Visitor' });
  all.discord.invite(visitor, guild, 0n);
  rest.setToken(visitor.token);
  expect(await rest.get(path)).toMatchObject({ description: 'Come in.' });
  expect(await refusal(rest.patch(path, { body: { enabled: false } }))).toEqual({ status: 403, code: 50013 });
  all.discord.assertNoViolations();
});

test('a channel that isn’t there, or a sixth one, is refused', async () => {
  const { rest, guild, general } = await community({ strict }, usualPermissions | (1n << 5n));
  const patch = (ids: readonly string[]) =>
    rest.patch(Routes.guildWelcomeScreen(guild.id), {
      body: { welcome_channels: ids.map(channel_id => ({ channel_id, description: 'here' })) },
    });
  for (const ids of [['1'], Array.from({ length: 6 }, () => general.id)])
    expect(await refusal(patch(ids))).toEqual({ status: 400, code: 50035 });
});
