import { ChannelType, Events, GatewayIntentBits, MessageType, Routes, type ThreadChannel } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal } from './community.ts';
import { inThreads, manage, openThread, standing, withThreads, write } from './in-threads.ts';

/** Whom bots were told of as added, in order. */
const added = ({ discord }: Community) =>
  discord.dispatches
    .filter(({ event }) => event === 'THREAD_MEMBERS_UPDATE')
    .flatMap(({ data }) => JSON.parse(data).added_members.map((one: { user_id: string }) => one.user_id));

describe('opening', () => {
  test('discord.js makes a thread from a message, which shares its id', async () => {
    const all = await community({}, withThreads);
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.type !== ChannelType.GuildText) throw new Error('the channel is missing');
    const message = await channel.send('Shall we climb?');
    const thread = await message.startThread({ name: 'Tuesday', autoArchiveDuration: 60 });
    expect(thread).toMatchObject({
      id: message.id,
      name: 'Tuesday',
      ownerId: all.bot.botUserId,
      autoArchiveDuration: 60,
    });
    await thread.send('Who brings a rope?');
    const seen = all.ada.reads(thread).map(({ message: one }) => one?.type);
    expect(seen).toEqual([MessageType.ThreadStarterMessage, MessageType.Default]);
    expect(all.ada.reads(all.general)[0]?.message).toMatchObject({
      flags: 32,
      thread: { id: message.id, message_count: 1 },
    });
    expect(await refusal(message.startThread({ name: 'Again' }))).toEqual({ status: 400, code: 160004 });
    all.discord.assertNoViolations();
  });

  test('without a type it is private, and a public one is announced in its channel', async () => {
    const all = await community({}, withThreads);
    const hidden = await openThread(all, { name: 'Between us' });
    expect(hidden.type).toBe(ChannelType.PrivateThread);
    expect(all.guild.threadsVisibleTo(all.ada)).toEqual([]);
    expect(all.guild.threadsVisibleTo(all.owner)).toHaveLength(1);
    await all.rest.put(Routes.threadMembers(hidden.id, all.ada.id));
    expect(all.ada.reads(hidden).map(({ message }) => message?.type)).toEqual([MessageType.RecipientAdd]);
    const open = await openThread(all, { name: 'For all', type: ChannelType.PublicThread });
    expect(all.ada.reads(all.general).map(({ text, message }) => [text, message?.type])).toEqual([
      ['For all', MessageType.ThreadCreated],
    ]);
    expect(all.guild.thread(open.id).thread?.memberIds).toEqual([all.bot.botUserId]);
    all.discord.assertNoViolations();
  });

  test('each kind needs its own permission, and voice channels have none', async () => {
    const all = await community();
    all.guild.changeRole(all.guild.everyone, { permissions: 0x400n });
    const to = (id: string, body: object) => refusal(all.rest.post(Routes.threads(id), { body }));
    expect(await to(all.general.id, { name: 'x' })).toEqual({ status: 403, code: 50013 });
    expect(await to(all.general.id, { name: 'x', type: 11 })).toEqual({ status: 403, code: 50013 });
    const voice = all.guild.createChannel({ name: 'Room', type: 'voice' });
    expect(await to(voice.id, { name: 'x', type: 11 })).toEqual({ status: 400, code: 50024 });
  });
});

describe('writing', () => {
  test('in a thread, Send Messages means nothing and Send Messages in Threads everything', async () => {
    const all = await community({}, withThreads);
    const { id } = await openThread(all, { name: 'Talk', type: 11 });
    const me = all.guild.member('Guide');
    all.guild.changeChannel(all.general, { overwrites: [{ for: me, deny: 2048n }] });
    await write(all, id);
    all.guild.changeChannel(all.general, { overwrites: [{ for: me, deny: inThreads }] });
    expect(await refusal(write(all, id))).toEqual({ status: 403, code: 50013 });
    all.discord.assertNoViolations();
  });

  test('a message opens an archived thread again, and its author belongs to it', async () => {
    const all = await community(standing(), withThreads);
    const { id } = await openThread(all, { name: 'Talk', type: 11, auto_archive_duration: 60 });
    all.discord.clock.advance({ minutes: 61 });
    expect(all.guild.thread(id).thread).toMatchObject({ archived: true });
    expect(await refusal(all.rest.patch(Routes.channel(id), { body: { name: 'Other' } }))).toEqual({
      status: 400,
      code: 50083,
    });
    all.ada.says('still there?', { in: { id } });
    expect(all.guild.thread(id).thread).toMatchObject({ archived: false, memberIds: [all.bot.botUserId, all.ada.id] });
    all.discord.clock.advance({ minutes: 59 });
    all.ada.says('hello?', { in: { id } });
    all.discord.clock.advance({ minutes: 59 });
    expect(all.guild.thread(id).thread?.archived).toBe(false);
    all.discord.clock.advance({ minutes: 2 });
    expect(all.guild.thread(id).thread?.archived).toBe(true);
  });

  test('a locked thread is for moderators', async () => {
    const all = await community({}, withThreads);
    const { id } = await openThread(all, { name: 'Talk', type: 11 });
    expect(await refusal(all.rest.patch(Routes.channel(id), { body: { locked: true } }))).toMatchObject({
      code: 50013,
    });
    all.owner.locksThread({ id });
    expect(await refusal(write(all, id))).toEqual({ status: 400, code: 160005 });
    expect(() => all.ada.says('hm', { in: { id } })).toThrow('locked');
    all.guild.member('Guide').gets(all.guild.createRole({ name: 'Moderator', permissions: manage }));
    await write(all, id);
    expect(await all.rest.patch(Routes.channel(id), { body: { locked: false } })).toMatchObject({
      thread_metadata: { locked: false },
    });
  });

  test('deleted messages are counted among the sent ones only', async () => {
    const all = await community({}, withThreads);
    const { id } = await openThread(all, { name: 'Talk', type: 11 });
    const { id: said } = (await write(all, id)) as { id: string };
    await write(all, id);
    await all.rest.delete(Routes.channelMessage(id, said));
    expect(await all.rest.get(Routes.channel(id))).toMatchObject({
      message_count: 1,
      total_message_sent: 2,
      member: { user_id: all.bot.botUserId },
    });
  });
});

describe('what discord.js hears', () => {
  test('of threads made, archived and deleted by members', async () => {
    const all = await community({}, withThreads | manage);
    const client = await login(all);
    const next = <T>(event: string) => new Promise<T>(resolve => client.once(event as never, resolve as never));
    const created = next<ThreadChannel>(Events.ThreadCreate);
    const mine = all.ada.opensThread({ in: all.general, name: 'Ropes' });
    expect(await created).toMatchObject({ id: mine.id, parentId: all.general.id, ownerId: all.ada.id });
    const updated = next<ThreadChannel>(Events.ThreadUpdate);
    all.ada.archivesThread(mine);
    await updated;
    expect(client.channels.cache.get(mine.id)).toMatchObject({ archived: true });
    const deleted = next<ThreadChannel>(Events.ThreadDelete);
    await all.rest.delete(Routes.channel(mine.id));
    expect((await deleted).id).toBe(mine.id);
    all.discord.assertNoViolations();
  });

  test('a bot that comes later finds the active threads it may see', async () => {
    const all = await community({}, withThreads);
    all.ada.opensThread({ in: all.general, name: 'Open' });
    all.ada.opensThread({ in: all.general, name: 'Hidden', isPrivate: true });
    all.ada.archivesThread(all.ada.opensThread({ in: all.general, name: 'Old' }));
    const client = await login(all);
    const threads = [...client.channels.cache.values()].filter(channel => channel.isThread());
    expect(threads.map(({ name }) => name)).toEqual(['Open']);
    all.discord.assertNoViolations();
  });

  test('a bot hears of a private thread when it is brought in, and without the members intent of nobody else', async () => {
    const all = await community({}, withThreads);
    const client = await login(all);
    const hidden = all.ada.opensThread({ in: all.general, name: 'Hidden', isPrivate: true });
    const created = new Promise(resolve => client.once(Events.ThreadCreate, resolve));
    all.ada.bringsIntoThread(hidden, all.owner);
    all.ada.bringsIntoThread(hidden, all.guild.member('Guide'));
    expect(await created).toMatchObject({ id: hidden.id });
    expect(all.discord.dispatches.filter(({ event }) => event === 'THREAD_CREATE')).toHaveLength(1);
    expect(added(all)).toEqual([all.bot.botUserId]);
    all.discord.assertNoViolations();
  });

  test('with the members intent it hears of everybody once, and of itself', async () => {
    const all = await community({}, withThreads);
    const counter = all.discord.createApplication({ name: 'Counter', privilegedIntents: 1 << 1 });
    all.discord.invite(counter, all.guild, manage);
    await login({ ...all, bot: counter }, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
    const thread = all.ada.opensThread({ in: all.general, name: 'Ropes' });
    all.owner.joinsThread(thread);
    all.ada.bringsIntoThread(thread, all.guild.member('Counter'));
    expect(added(all)).toEqual([all.ada.id, all.owner.id, counter.botUserId]);
    all.discord.assertNoViolations();
  });

  test('a bot that is let into a channel gets its active threads', async () => {
    const all = await community({}, withThreads);
    const { guild, general, ada } = all;
    const quiet = guild.createChannel({ name: 'quiet', overwrites: [{ for: guild.member('Guide'), deny: 0x400n }] });
    const whispers = ada.opensThread({ in: quiet, name: 'Whispers' });
    ada.opensThread({ in: general, name: 'Loud' });
    const client = await login(all);
    expect(client.channels.cache.has(whispers.id)).toBe(false);
    const synced = new Promise<ReadonlyMap<string, ThreadChannel>>(resolve =>
      client.once(Events.ThreadListSync, threads => resolve(threads as never)),
    );
    guild.changeChannel(quiet, { overwrites: [] });
    expect([...(await synced).values()].map(({ name }) => name)).toEqual(['Whispers']);
    all.discord.assertNoViolations();
  });
});
