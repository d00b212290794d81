import { ApplicationCommandPermissionType, Events, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login, refusal } from './community.ts';

async function withCommands() {
  const all = await community();
  const everywhere = { contexts: [0], integration_types: [0] };
  await all.rest.put(Routes.applicationCommands(all.bot.id), {
    body: [
      { ...everywhere, name: 'path', description: 'Paths' },
      { ...everywhere, name: 'admin', description: 'Organise', default_member_permissions: '32' },
    ],
  });
  const command = (name: string) => {
    const found = all.bot.commands.find(one => one.name === name);
    if (found === undefined) throw new Error(`there is no /${name}`);
    return found;
  };
  const offered = (where?: { readonly id: string }) => all.ada.commands(where).map(one => one.command.name);
  return { ...all, command, offered };
}

describe('what organisers set for commands', () => {
  test('a role, a member and @everyone, from the weakest word to the strongest', async () => {
    const { guild, ada, command, offered } = await withCommands();
    const helper = guild.createRole({ name: 'Helper' });
    ada.gets(helper);
    expect(offered()).toEqual(['path']);
    const admin = command('admin');
    guild.overrideCommand(admin, [{ for: guild.everyone, allow: true }]);
    expect(offered()).toEqual(['path', 'admin']);
    guild.overrideCommand(admin, [
      { for: guild.everyone, allow: true },
      { for: helper, allow: false },
    ]);
    expect(offered()).toEqual(['path']);
    guild.overrideCommand(admin, [
      { for: helper, allow: false },
      { for: ada, allow: true },
    ]);
    expect(offered()).toEqual(['path', 'admin']);
    guild.overrideCommand(admin, []);
    expect(offered()).toEqual(['path']);
  });

  test('channels: one of them, all of them, and all but one', async () => {
    const { guild, general, command, offered } = await withCommands();
    const quiet = guild.createChannel({ name: 'quiet' });
    guild.overrideCommand(command('path'), [{ for: quiet, allow: false }]);
    expect([offered(general), offered(quiet)]).toEqual([['path'], []]);
    guild.overrideCommand(command('path'), [
      { for: 'all channels', allow: false },
      { for: quiet, allow: true },
    ]);
    expect([offered(general), offered(quiet)]).toEqual([[], ['path']]);
  });

  test('what is set for the whole application holds until a command has its own', async () => {
    const { guild, bot, command, offered } = await withCommands();
    guild.overrideCommand(bot, [{ for: guild.everyone, allow: false }]);
    expect(offered()).toEqual([]);
    guild.overrideCommand(command('path'), [{ for: guild.everyone, allow: true }]);
    expect(offered()).toEqual(['path']);
  });

  test('administrators are offered everything', async () => {
    const { guild, owner, bot } = await withCommands();
    guild.overrideCommand(bot, [{ for: guild.everyone, allow: false }]);
    expect(owner.commands()).toHaveLength(2);
  });

  test('the bot hears of it, may read it, and may not change it', async () => {
    const all = await withCommands();
    const { guild, bot, command, rest } = all;
    const client = await login(all);
    const told = new Promise(resolve => client.once(Events.ApplicationCommandPermissionsUpdate, resolve));
    const { id } = command('admin');
    guild.overrideCommand({ id }, [{ for: guild.everyone, allow: true }]);
    const permissions = [{ id: guild.id, type: ApplicationCommandPermissionType.Role, permission: true }];
    expect(await told).toMatchObject({ id, applicationId: bot.id, guildId: guild.id, permissions });
    const path = `/applications/${bot.id}/guilds/${guild.id}/commands` as const;
    const json = { id, application_id: bot.id, guild_id: guild.id, permissions };
    expect(await rest.get(`${path}/permissions`)).toEqual([json]);
    expect(await rest.get(`${path}/${id}/permissions`)).toEqual(json);
    expect(await refusal(rest.get(`${path}/${command('path').id}/permissions`))).toEqual({ status: 404, code: 10066 });
    expect(await refusal(rest.put(`${path}/${id}/permissions`, { body: { permissions } }))).toEqual({
      status: 403,
      code: 20001,
    });
  });

  test('a renamed command loses them, a changed one keeps them', async () => {
    const { guild, bot, rest, command, offered } = await withCommands();
    guild.overrideCommand(command('path'), [{ for: guild.everyone, allow: false }]);
    const publish = (name: string, description: string) =>
      rest.put(Routes.applicationCommands(bot.id), { body: [{ name, description, contexts: [0] }] });
    await publish('path', 'Learning paths');
    expect(offered()).toEqual([]);
    await publish('paths', 'Learning paths');
    expect(offered()).toEqual(['paths']);
    await publish('path', 'Learning paths');
    expect(offered()).toEqual(['path']);
  });
});
