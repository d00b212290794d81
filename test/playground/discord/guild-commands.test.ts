import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, refusal } from './community.ts';

const hello = { name: 'hello', description: 'Greets' };

describe('commands of one guild', () => {
  test('are made, listed, fetched, changed and deleted there', async () => {
    const { discord, rest, bot, guild } = await community();
    const all = Routes.applicationGuildCommands(bot.id, guild.id);
    const { id } = (await rest.post(all, { body: hello })) as { id: string };
    const one = Routes.applicationGuildCommand(bot.id, guild.id, id);
    expect(await rest.patch(one, { body: { description: 'Greets warmly' } })).toMatchObject({ id, guild_id: guild.id });
    expect(await rest.get(one)).toMatchObject({ name: 'hello', description: 'Greets warmly' });
    expect(await rest.get(all)).toMatchObject([{ id }]);
    await rest.delete(one);
    expect(await rest.get(all)).toEqual([]);
    expect(await refusal(rest.get(one))).toEqual({ status: 404, code: 10063 });
    discord.assertNoViolations();
  });

  test('are not among the global ones, and the other way round', async () => {
    const { discord, rest, bot, guild } = await community();
    const { id } = (await rest.post(Routes.applicationCommands(bot.id), { body: hello })) as { id: string };
    expect(await rest.get(Routes.applicationCommand(bot.id, id))).toMatchObject({ id, name: 'hello' });
    const there = Routes.applicationGuildCommand(bot.id, guild.id, id);
    expect(await refusal(rest.get(there))).toEqual({ status: 404, code: 10063 });
    discord.assertNoViolations();
  });
});
