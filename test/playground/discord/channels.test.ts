import { type APITextChannel, AuditLogEvent, ChannelType, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { community, login, refusal, usualPermissions } from './community.ts';

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

  test('no bot hands out in a channel what it lacks itself, or Manage Roles without being administrator', async () => {
    const { rest, guild } = await community();
    const make = (allow: string) =>
      rest.post(Routes.guildChannels(guild.id), {
        body: { name: 'x', permission_overwrites: [{ id: guild.id, type: 0, allow }] },
      });
    expect(await refusal(make('8192'))).toEqual({ status: 403, code: 50013 });
    expect(await refusal(make(String(1n << 28n)))).toEqual({ status: 403, code: 50013 });
    guild.member('Guide').gets(guild.createRole({ name: 'Admin', permissions: 8n }));
    expect(await make(String(1n << 28n))).toMatchObject({ name: 'x' });
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

  test('discord.js makes voice channels and forums, and finds their settings again', async () => {
    const all = await community();
    const client = await login(all);
    const guild = client.guilds.cache.get(all.guild.id);
    const voice = await guild?.channels.create({ name: 'Study Room', type: ChannelType.GuildVoice, userLimit: 3 });
    expect(voice).toMatchObject({ name: 'Study Room', userLimit: 3, bitrate: 64_000 });
    const forum = await guild?.channels.create({
      name: 'Questions',
      type: ChannelType.GuildForum,
      availableTags: [{ name: 'CSS' }, { name: 'Solved', moderated: true }],
      defaultAutoArchiveDuration: 1440,
    });
    expect(forum?.availableTags).toMatchObject([
      { name: 'CSS', moderated: false },
      { name: 'Solved', moderated: true },
    ]);
    const kept = forum?.availableTags[0]?.id;
    await forum?.edit({ availableTags: [{ name: 'CSS' }, { name: 'HTML' }], defaultSortOrder: 1 });
    expect(all.guild.channel('questions').json).toMatchObject({
      available_tags: [{ name: 'CSS', id: kept }, { name: 'HTML' }],
      default_auto_archive_duration: 1440,
      default_sort_order: 1,
    });
    all.discord.assertNoViolations();
  });

  test('stages are for communities, and announcement channels turn into text and back there', async () => {
    const { discord, rest, guild, general } = await community();
    const stage = { body: { name: 'Talks', type: ChannelType.GuildStageVoice } };
    expect(await refusal(rest.post(Routes.guildChannels(guild.id), stage))).toEqual({ status: 400, code: 50035 });
    const convert = { body: { type: ChannelType.GuildAnnouncement } };
    expect(await refusal(rest.patch(Routes.channel(general.id), convert))).toEqual({ status: 400, code: 50035 });
    guild.publicUpdatesChannelId = guild.createChannel({ name: 'staff' }).id;
    expect(await rest.post(Routes.guildChannels(guild.id), stage)).toMatchObject({ type: 13, name: 'Talks' });
    expect(await rest.patch(Routes.channel(general.id), convert)).toMatchObject({ type: 5 });
    discord.assertNoViolations();
  });

  test('what a type of channel does not allow is refused by name', async () => {
    const { rest, guild, general } = await community();
    const tooMany = { name: 'Room', type: ChannelType.GuildVoice, user_limit: 100 };
    expect(await refusal(rest.post(Routes.guildChannels(guild.id), { body: tooMany }))).toMatchObject({ code: 50035 });
    const create = (body: object) =>
      refusal(rest.post(Routes.guildChannels(guild.id), { body: { name: 'x', ...body } }));
    expect(await create({ type: ChannelType.GuildVoice, bitrate: 96_001 })).toMatchObject({ code: 50035 });
    expect(await create({ type: ChannelType.GuildStageVoice, bitrate: 64_001 })).toMatchObject({ code: 50035 });
    expect(await create({ type: ChannelType.GuildStageVoice, user_limit: 10_001 })).toMatchObject({ code: 50035 });
    const long = [{ name: 'x'.repeat(21) }];
    expect(await create({ type: ChannelType.GuildForum, available_tags: long })).toMatchObject({ code: 50035 });
    const tooLong = { body: { topic: 'x'.repeat(1025) } };
    expect(await refusal(rest.patch(Routes.channel(general.id), tooLong))).toMatchObject({ code: 50035 });
    const twice = { name: 'q', type: ChannelType.GuildForum, available_tags: [{ name: 'a' }, { name: 'a' }] };
    expect(await refusal(rest.post(Routes.guildChannels(guild.id), { body: twice }))).toEqual({
      status: 400,
      code: 40061,
    });
  });

  test('a channel made in a category starts with its overwrites, and can be locked to another’s', async () => {
    const { discord, rest, guild, ada } = await community();
    const hidden = guild.createChannel({ name: 'Staff', type: 'category', overwrites: [{ for: guild, deny: 2048n }] });
    const open = guild.createChannel({ name: 'Open', type: 'category' });
    const made = await rest.post(Routes.guildChannels(guild.id), { body: { name: 'notes', parent_id: hidden.id } });
    const { id } = made as { id: string };
    expect(guild.channel(id).json).toMatchObject({ permission_overwrites: [{ id: guild.id, deny: '2048' }] });
    await rest.patch(Routes.guildChannels(guild.id), { body: [{ id, parent_id: open.id, lock_permissions: true }] });
    expect(guild.channel(id)).toMatchObject({ parentId: open.id, json: { permission_overwrites: [] } });
    expect(guild.channelsVisibleTo(ada).map(({ name }) => name)).toContain('notes');
    const two = [
      { id, parent_id: null },
      { id: guild.channel('general').id, parent_id: open.id },
    ];
    expect(await refusal(rest.patch(Routes.guildChannels(guild.id), { body: two }))).toEqual({
      status: 400,
      code: 40009,
    });
    discord.assertNoViolations();
  });

  test('an overwrite that the bot could not grant may stay, but not be changed', async () => {
    const { rest, guild, general } = await community();
    guild.changeChannel(general, { overwrites: [{ for: guild, deny: 8192n }] });
    const keep = { id: guild.id, type: 0, deny: '8192' };
    const patch = (deny: string) =>
      rest.patch(Routes.channel(general.id), { body: { permission_overwrites: [{ ...keep, deny }] } });
    expect(await patch('8192')).toMatchObject({ permission_overwrites: [{ deny: '8192' }] });
    expect(await patch('10240')).toMatchObject({ permission_overwrites: [{ deny: '10240' }] });
    expect(await refusal(patch('2048'))).toEqual({ status: 403, code: 50013 });
  });

  test('the list of channels comes with their overwrites', async () => {
    const { rest, guild, ada, general } = await community();
    guild.changeChannel(general, { overwrites: [{ for: ada, deny: view }] });
    const [channel] = (await rest.get(Routes.guildChannels(guild.id))) as APITextChannel[];
    expect(channel?.permission_overwrites).toEqual([{ id: ada.id, type: 1, allow: '0', deny: '1024' }]);
  });

  test('the audit log says who changed a channel and its overwrites, and why', async () => {
    const { discord, rest, guild, general, ada, bot } = await community({}, usualPermissions | (1n << 7n));
    const body = { topic: 'Ropes', permission_overwrites: [{ id: ada.id, type: 1, deny: String(view) }] };
    await rest.patch(Routes.channel(general.id), { body, reason: 'spring cleaning' });
    const log = (await rest.get(Routes.guildAuditLog(guild.id))) as {
      readonly audit_log_entries: readonly { readonly target_id: string }[];
    };
    const by = { user_id: bot.botUserId, reason: 'spring cleaning' };
    const entries = log.audit_log_entries.filter(({ target_id: target }) => target === general.id);
    expect(entries.slice(0, 2)).toMatchObject([
      { ...by, action_type: AuditLogEvent.ChannelOverwriteCreate, options: { id: ada.id, type: '1' } },
      { ...by, action_type: AuditLogEvent.ChannelUpdate, changes: [{ key: 'topic', new_value: 'Ropes' }] },
    ]);
    discord.assertNoViolations();
  });

  test('the 1001st overwrite of a channel is refused with 30060', async () => {
    const { rest, guild, general, ada } = await community();
    const overwrites = Array.from({ length: 1000 }, (_, n) => ({ for: guild.join({ name: `m${n}` }), deny: view }));
    guild.changeChannel(general, { overwrites });
    const body = { type: 1, deny: String(view) };
    expect(await refusal(rest.put(Routes.channelPermission(general.id, ada.id), { body }))).toEqual({
      status: 400,
      code: 30060,
    });
  });

  test('a media channel that the owner made is told as it is', async () => {
    const all = await community();
    all.guild.createChannel({ name: 'Gallery', type: 'media', tags: [{ name: 'Walls' }] });
    const client = await login(all);
    const channel = client.channels.cache.find(({ type }) => type === ChannelType.GuildMedia);
    expect(channel).toMatchObject({ name: 'gallery', availableTags: [{ name: 'Walls' }] });
    expect(await all.rest.get(Routes.guildChannels(all.guild.id))).toHaveLength(2);
    all.discord.assertNoViolations();
  });
});
