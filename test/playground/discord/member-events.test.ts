import { GatewayIntentBits, Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { community, login } from './community.ts';

test('discord.js hears of a role that is gone and of a member who left', async () => {
  const { discord, guild, ada, rest } = await community();
  const bot = discord.createApplication({ name: 'Watcher', privilegedIntents: GatewayIntentBits.GuildMembers });
  discord.invite(bot, guild, 0n);
  const learner = guild.createRole({ name: 'Learner' });
  const client = await login({ discord, bot }, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
  await client.guilds.cache.get(guild.id)?.members.fetch(ada.id);
  const roleGone = new Promise(resolve => client.once('roleDelete', resolve));
  const memberGone = new Promise(resolve => client.once('guildMemberRemove', resolve));
  await rest.delete(Routes.guildRole(guild.id, learner.id));
  ada.leaves();
  expect(await roleGone).toMatchObject({ id: learner.id, name: 'Learner' });
  expect(await memberGone).toMatchObject({ id: ada.id });
  discord.assertNoViolations();
});
