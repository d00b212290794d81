import { type APITextChannel, ChannelType, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login, refusal } from './community.ts';

const view = 1n << 10n;

describe('channels', () => {
  test('discord.js creates, changes and deletes a text channel in a category', async () => {
    const all = await community();
    const client = await login(all);
    const guild = client.guilds.cache.get(all.guild.id);
    const category = all.guild.createChannel({ name: 'Learning', type: 'category' });
    const channel = await guild?.channels.create({
      name: 'Certificates Here',
      type: ChannelType.GuildText,
      topic: 'Who earned what',
      parent: category.id,
    });
    expect(all.guild.channel('certificates-here')).toMatchObject({ topic: 'Who earned what', parentId: category.id });
    await channel?.edit({ topic: 'New' });
    expect(all.guild.channel('certificates-here').topic).toBe('New');
    await channel?.delete();
    expect(all.guild.channels.map(({ name }) => name)).toEqual(['general', 'Learning']);
    all.discord.assertNoViolations();
  });

  test('overwrites hide a channel from everyone but one role', async () => {
    const { rest, guild, ada } = await community();
    const learner = guild.createRole({ name: 'Learner' });
    const permission_overwrites = [
      { id: guild.id, type: 0, deny: String(view) },
      { id: learner.id, type: 0, allow: String(view) },
    ];
    await rest.post(Routes.guildChannels(guild.id), { body: { name: 'learners', permission_overwrites } });
    const seen = () => guild.channelsVisibleTo(ada).map(({ name }) => name);
    expect(seen()).toEqual(['general']);
    ada.gets(learner);
    expect(seen()).toEqual(['general', 'learners']);
  });

  test('one overwrite can be set and removed', async () => {
    const { rest, guild, ada, general } = await community();
    const route = Routes.channelPermission(general.id, ada.id);
    await rest.put(route, { body: { type: 1, deny: String(view) } });
    expect(guild.channelsVisibleTo(ada)).toEqual([]);
    await rest.delete(route);
    expect(guild.channelsVisibleTo(ada)).toHaveLength(1);
    expect(await refusal(rest.delete(route))).toEqual({ status: 404, code: 10009 });
  });

  test('no bot hands out in a channel what it lacks itself', async () => {
    const { rest, guild } = await community();
    const body = { name: 'x', permission_overwrites: [{ id: guild.id, type: 0, allow: '8192' }] };
    expect(await refusal(rest.post(Routes.guildChannels(guild.id), { body }))).toEqual({ status: 403, code: 50013 });
  });

  test('the 501st channel is refused with 30013, the 51st in a category as an invalid form', async () => {
    const { rest, guild } = await community();
    const parent = guild.createChannel({ name: 'Full', type: 'category' });
    for (let n = 0; n < 50; n += 1) guild.createChannel({ name: `c${n}`, parent });
    const inside = rest.post(Routes.guildChannels(guild.id), { body: { name: 'x', parent_id: parent.id } });
    expect(await refusal(inside)).toEqual({ status: 400, code: 50035 });
    while (guild.channels.length < 500) guild.createChannel({ name: 'more' });
    const outside = rest.post(Routes.guildChannels(guild.id), { body: { name: 'x' } });
    expect(await refusal(outside)).toEqual({ status: 400, code: 30013 });
  });

  test('the channel of public updates cannot be deleted', async () => {
    const { rest, guild, general } = await community();
    guild.publicUpdatesChannelId = general.id;
    expect(await refusal(rest.delete(Routes.channel(general.id)))).toEqual({ status: 400, code: 50074 });
    expect(await rest.get(Routes.guild(guild.id))).toMatchObject({ public_updates_channel_id: general.id });
  });

  test('a kind of channel that is not modelled is refused aloud', async () => {
    const { rest, guild } = await community();
    const body = { name: 'Lounge', type: ChannelType.GuildVoice };
    expect(await refusal(rest.post(Routes.guildChannels(guild.id), { body }))).toEqual({ status: 400, code: 50035 });
  });

  test('the list of channels comes with their overwrites', async () => {
    const { rest, guild, ada, general } = await community();
    guild.changeChannel(general, { overwrites: [{ for: ada, deny: view }] });
    const [channel] = (await rest.get(Routes.guildChannels(guild.id))) as APITextChannel[];
    expect(channel?.permission_overwrites).toEqual([{ id: ada.id, type: 1, allow: '0', deny: '1024' }]);
  });
});
