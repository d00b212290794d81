import { type APIMessage, type APIUser, Events, GatewayIntentBits, Partials, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, usualPermissions } from './community.ts';
import { ask } from './raw.ts';

const addReactions = 1n << 6n;
const manageMessages = 1n << 13n;
const unlimited = { rateLimits: false } as const;

/** Ada has asked something. */
async function asked(permissions = usualPermissions | addReactions) {
  const all = await community(unlimited, permissions);
  const question = all.ada.says('Who is in?', { in: all.general });
  const id = question.message?.id ?? '';
  const own = (emoji: string) => Routes.channelMessageOwnReaction(all.general.id, id, encodeURIComponent(emoji));
  const fetched = () => all.rest.get(Routes.channelMessage(all.general.id, id)) as Promise<APIMessage>;
  return { ...all, question, id, own, fetched };
}

describe('reactions of a bot', () => {
  test('discord.js reacts, sees who did, and takes its own away', async () => {
    const all = await asked();
    const client = await login(all);
    const channel = await client.channels.fetch(all.general.id);
    if (channel?.isTextBased() !== true) throw new Error('the channel is missing');
    const message = await channel.messages.fetch(all.id);
    await message.react('✅');
    all.owner.reacts('✅', all.question);
    const { reactions } = await all.fetched();
    expect(reactions).toMatchObject([{ emoji: { id: null, name: '✅' }, count: 2, me: true }]);
    const users = await message.reactions.resolve('✅')?.users.fetch();
    expect(users?.map(({ username }) => username).sort()).toEqual(['Guide', 'olga']);
    await message.reactions.resolve('✅')?.users.remove();
    expect((await all.fetched()).reactions).toMatchObject([{ count: 1, me: false }]);
    all.discord.assertNoViolations();
  });

  test('the list of who reacted is paged by user id', async () => {
    const all = await asked();
    const names = ['bea', 'cleo', 'dora'];
    for (const name of names) all.guild.join({ name }).reacts('👍', all.question);
    const list = async (query: Record<string, string>) => {
      const route = Routes.channelMessageReaction(all.general.id, all.id, encodeURIComponent('👍'));
      return (await all.rest.get(route, { query: new URLSearchParams(query) })) as APIUser[];
    };
    const [first] = await list({ limit: '1' });
    expect(first?.username).toBe('bea');
    expect((await list({ after: first?.id ?? '' })).map(({ username }) => username)).toEqual(['cleo', 'dora']);
    expect(await list({ type: '1' })).toEqual([]);
  });

  test('adding one needs Add Reactions, joining in does not', async () => {
    const all = await asked(usualPermissions);
    all.guild.changeRole(all.guild.everyone, { permissions: all.guild.everyone.permissions & ~addReactions });
    expect(await ask(all, 'PUT', all.own('👍'))).toMatchObject({ status: 403, body: { code: 50013 } });
    all.owner.reacts('👍', all.question);
    expect((await ask(all, 'PUT', all.own('👍'))).status).toBe(204);
    expect((await all.fetched()).reactions).toMatchObject([{ count: 2, me: true }]);
  });

  test('a message takes twenty kinds and no more', async () => {
    const all = await asked();
    const emojis = Array.from({ length: 21 }, (_, n) => String.fromCodePoint(0x1_f6_00 + n));
    for (const emoji of emojis.slice(0, 20)) await ask(all, 'PUT', all.own(emoji));
    const oneMore = await ask(all, 'PUT', all.own(emojis[20] ?? ''));
    expect(oneMore).toMatchObject({ status: 400, body: { code: 30010 } });
    expect((await ask(all, 'PUT', all.own(emojis[0] ?? ''))).status).toBe(204);
    expect((await all.fetched()).reactions).toHaveLength(20);
  });

  test('a word or an emoji of nobody is unknown', async () => {
    const all = await asked();
    for (const emoji of ['yes', 'climb:123', '7'])
      expect(await ask(all, 'PUT', all.own(emoji))).toMatchObject({ status: 400, body: { code: 10014 } });
  });

  test('those of others go only with Manage Messages', async () => {
    const all = await asked();
    const message = Routes.channelMessageAllReactions(all.general.id, all.id);
    const hers = Routes.channelMessageUserReaction(all.general.id, all.id, encodeURIComponent('👍'), all.owner.id);
    for (const emoji of ['👍', '🎉', '✅']) all.owner.reacts(emoji, all.question);
    for (const route of [hers, message])
      expect(await ask(all, 'DELETE', route)).toMatchObject({ status: 403, body: { code: 50013 } });
    all.guild.member('Guide').gets(all.guild.createRole({ name: 'Moderator', permissions: manageMessages }));
    await ask(all, 'DELETE', hers);
    await ask(all, 'DELETE', Routes.channelMessageReaction(all.general.id, all.id, encodeURIComponent('🎉')));
    expect((await all.fetched()).reactions?.map(({ emoji }) => emoji.name)).toEqual(['✅']);
    await ask(all, 'DELETE', message);
    expect((await all.fetched()).reactions).toBeUndefined();
  });
});

describe('reactions of members', () => {
  const { Guilds, GuildMessages, GuildMessageReactions } = GatewayIntentBits;
  const partials = [Partials.Message, Partials.Reaction, Partials.User];
  const heard = async (all: Community, intents: GatewayIntentBits[]) => {
    const client = await login(all, { intents, partials });
    const events: string[] = [];
    client.on(Events.MessageReactionAdd, ({ emoji }, { username }) => events.push(`+${emoji.name} ${username}`));
    client.on(Events.MessageReactionRemove, ({ emoji }, { username }) => events.push(`-${emoji.name} ${username}`));
    client.on(Events.MessageReactionRemoveEmoji, ({ emoji }) => events.push(`--${emoji.name}`));
    client.on(Events.MessageReactionRemoveAll, () => events.push('none'));
    client.on(Events.MessageUpdate, () => events.push('end'));
    return events;
  };

  test('reach a bot with the intent, one by one', async () => {
    const all = await asked(usualPermissions | addReactions | manageMessages);
    const events = await heard(all, [Guilds, GuildMessages, GuildMessageReactions]);
    all.ada.reacts('👍', all.question);
    all.ada.reacts('👍', all.question);
    all.ada.unreacts('👍', all.question);
    all.ada.reacts('🎉', all.question);
    await ask(all, 'DELETE', Routes.channelMessageReaction(all.general.id, all.id, encodeURIComponent('🎉')));
    await ask(all, 'DELETE', Routes.channelMessageAllReactions(all.general.id, all.id));
    await expect.poll(() => events, { timeout: 10_000 }).toContain('none');
    expect(events).toEqual(['+👍 ada', '-👍 ada', '+🎉 ada', '--🎉', 'none']);
    all.discord.assertNoViolations();
  });

  test('reach no bot without it', async () => {
    const all = await asked();
    const events = await heard(all, [Guilds, GuildMessages]);
    all.ada.reacts('👍', all.question);
    all.ada.edits(all.question, 'Who is in today?');
    await expect.poll(() => events, { timeout: 10_000 }).not.toEqual([]);
    expect(events).toEqual(['end']);
  });

  test('tell the page who reacted', async () => {
    const { discord, ada, owner, question, id } = await asked();
    owner.reacts('👍', question);
    const change = discord.nextChange(({ kind }) => kind === 'reactions-changed');
    expect(ada.reacts('👍').message?.reactions).toMatchObject([{ count: 2, me: true }]);
    expect(await change).toMatchObject({ messageId: id, reactions: [{ emoji: '👍', userIds: [owner.id, ada.id] }] });
  });

  test('are refused where her client offers none', async () => {
    const { ada, guild, general, question } = await asked();
    expect(() => ada.unreacts('👍', question)).toThrow('has not reacted');
    guild.changeChannel(general, { overwrites: [{ for: guild, deny: addReactions }] });
    expect(() => ada.reacts('👍', question)).toThrow('may not add reactions');
  });
});
