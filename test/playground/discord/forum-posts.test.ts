import { type APIThreadChannel, ChannelFlags, ChannelType, type ForumChannel, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../playground/discord/index.ts';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const inThreads = 1n << 38n;
const message = { content: 'How do I centre a div?', allowed_mentions: { parse: [] } };

async function forum(channel: { readonly requireTag?: boolean; readonly onlyModerated?: boolean } = {}) {
  const all = await community({}, usualPermissions | inThreads);
  const questions = all.guild.createChannel({
    name: 'questions',
    type: 'forum',
    tags: [
      { name: 'Solved', moderated: true },
      ...(channel.onlyModerated === true ? [] : [{ name: 'CSS', emoji: '🎨' }]),
    ],
    requireTag: channel.requireTag ?? false,
  });
  return { ...all, questions };
}

const tag = ({ json }: Channel, name: string) =>
  (json as unknown as ForumChannel & { available_tags: { id: string; name: string }[] }).available_tags.find(
    one => one.name === name,
  )?.id ?? '';

const post = ({ rest }: Community, where: Channel, body: object = {}) =>
  rest.post(Routes.threads(where.id), { body: { name: 'Centring', message, ...body } }) as Promise<APIThreadChannel>;

describe('posts', () => {
  test('discord.js posts in a forum, and members read and answer', async () => {
    const all = await forum();
    const client = await login(all);
    const channel = client.channels.cache.get(all.questions.id);
    if (channel?.type !== ChannelType.GuildForum) throw new Error('the forum is missing');
    const thread = await channel.threads.create({
      name: 'Centring',
      message: { content: 'How?' },
      appliedTags: [tag(all.questions, 'CSS')],
    });
    expect(thread).toMatchObject({ type: ChannelType.PublicThread, appliedTags: [tag(all.questions, 'CSS')] });
    expect((await thread.fetchStarterMessage())?.content).toBe('How?');
    all.ada.says('With grid.', { in: thread });
    expect(all.owner.reads(thread).map(({ text }) => text)).toEqual(['How?', 'With grid.']);
    expect(all.guild.thread(thread.id).thread).toMatchObject({
      messageCount: 1,
      memberIds: [all.bot.botUserId, all.ada.id],
    });
    all.discord.assertNoViolations();
  });

  test('a member’s post carries its tags and is told to the bot', async () => {
    const all = await forum();
    const client = await login(all);
    const created = new Promise<{ readonly name: string }>(resolve => client.once('threadCreate', resolve));
    const mine = all.ada.posts({ in: all.questions, title: 'Floats', text: 'Why?', tags: ['CSS'] });
    expect(await created).toMatchObject({ id: mine.id, name: 'Floats', appliedTags: [tag(all.questions, 'CSS')] });
    expect(() => all.ada.posts({ in: all.questions, title: 'x', text: 'y', tags: ['Solved'] })).toThrow('moderators');
    expect(() => all.ada.says('hello', { in: all.questions })).toThrow('forum');
    all.discord.assertNoViolations();
  });

  test('a message in the forum itself is refused with 40058', async () => {
    const all = await forum();
    const sent = all.rest.post(Routes.channelMessages(all.questions.id), { body: message });
    expect(await refusal(sent)).toEqual({ status: 400, code: 40058 });
  });

  test('where a tag is required, a post without one is refused with 40067, or 40066 if it has none to give', async () => {
    const all = await forum({ requireTag: true });
    expect(await refusal(post(all, all.questions))).toEqual({ status: 400, code: 40067 });
    await post(all, all.questions, { applied_tags: [tag(all.questions, 'CSS')] });
    const strict = await forum({ requireTag: true, onlyModerated: true });
    expect(await refusal(post(strict, strict.questions))).toEqual({ status: 400, code: 40066 });
  });

  test('unknown and moderated tags, and more than five, are refused', async () => {
    const all = await forum();
    const withTags = (applied_tags: string[]) => refusal(post(all, all.questions, { applied_tags }));
    expect(await withTags(['1'])).toEqual({ status: 400, code: 50035 });
    expect(await withTags([tag(all.questions, 'Solved')])).toEqual({ status: 403, code: 50013 });
    expect(await withTags(['1', '2', '3', '4', '5', '6'])).toEqual({ status: 400, code: 50035 });
  });

  test('posting needs Send Messages and no permission for threads', async () => {
    const all = await forum();
    const me = all.guild.member('Guide');
    const threads = (1n << 35n) | (1n << 38n);
    all.guild.changeChannel(all.questions, { overwrites: [{ for: me, deny: threads }] });
    await post(all, all.questions);
    all.guild.changeChannel(all.questions, { overwrites: [{ for: me, deny: 2048n }] });
    expect(await refusal(post(all, all.questions))).toEqual({ status: 403, code: 50013 });
    all.discord.assertNoViolations();
  });

  test('one post can be pinned, and is then never archived by time', async () => {
    const all = await forum();
    all.guild.member('Guide').gets(all.guild.createRole({ name: 'Moderator', permissions: 1n << 34n }));
    const first = await post(all, all.questions, { auto_archive_duration: 60 });
    const second = await post(all, all.questions, { auto_archive_duration: 60 });
    const pin = (id: string) => all.rest.patch(Routes.channel(id), { body: { flags: ChannelFlags.Pinned } });
    await pin(first.id);
    expect(await refusal(pin(second.id))).toEqual({ status: 400, code: 30047 });
    all.discord.clock.advance({ hours: 2 });
    const archived = (id: string) => all.guild.thread(id).thread?.archived;
    expect([archived(first.id), archived(second.id)]).toEqual([false, true]);
    all.discord.assertNoViolations();
  });
});
