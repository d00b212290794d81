import { type APIMessage, Events, GatewayIntentBits, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';
import { ask } from './raw.ts';

const nobody = { allowed_mentions: { parse: [] } };
const manageMessages = 1n << 13n;
const embedLinks = 1n << 14n;

const climbers = (permissions = usualPermissions) => community({ rateLimits: false }, permissions);
const post = ({ rest, general }: Community, body: object) =>
  rest.post(Routes.channelMessages(general.id), { body: { ...nobody, ...body } }) as Promise<APIMessage>;
const edit = ({ rest, general }: Community, id: string, body: object) =>
  rest.patch(Routes.channelMessage(general.id, id), { body: { ...nobody, ...body } }) as Promise<APIMessage>;
const said = ({ ada, general }: Community, text: string) => ada.says(text, { in: general }).message?.id ?? '';

describe('replies', () => {
  test('show what they answer, and ping its author unless told not to', async () => {
    const all = await climbers();
    const id = said(all, 'Who is in?');
    const reply = await post(all, {
      content: 'Me',
      message_reference: { message_id: id },
      allowed_mentions: { replied_user: true },
    });
    expect(reply).toMatchObject({ type: 19, message_reference: { message_id: id }, referenced_message: { id } });
    expect(reply.mentions.map(({ username }) => username)).toEqual(['ada']);
    expect((await post(all, { content: 'Me', message_reference: { message_id: id } })).mentions).toEqual([]);
    await all.rest.delete(Routes.channelMessage(all.general.id, reply.id));
    all.discord.assertNoViolations();
  });

  test('to a message that is gone fail, or become ordinary messages', async () => {
    const all = await climbers();
    const gone = { message_reference: { message_id: '1' }, content: 'x' };
    expect(await refusal(post(all, gone))).toEqual({ status: 400, code: 50035 });
    const kept = await post(all, { content: 'x', message_reference: { message_id: '1', fail_if_not_exists: false } });
    expect(kept.type).toBe(0);
  });

  test('whose message was deleted later say null', async () => {
    const all = await climbers(usualPermissions | manageMessages);
    const id = said(all, 'Who is in?');
    const reply = await post(all, { content: 'Me', message_reference: { message_id: id } });
    await all.rest.delete(Routes.channelMessage(all.general.id, id));
    expect(await all.rest.get(Routes.channelMessage(all.general.id, reply.id))).toMatchObject({
      referenced_message: null,
    });
  });

  test('need Read Message History', async () => {
    const all = await climbers();
    const id = said(all, 'Who is in?');
    all.guild.changeChannel(all.general, { overwrites: [{ for: all.guild.member('Guide'), deny: 1n << 16n }] });
    const reply = post(all, { content: 'Me', message_reference: { message_id: id } });
    expect(await refusal(reply)).toEqual({ status: 400, code: 160002 });
  });

  test('of a member ping whom she answers, unless she switches it off', async () => {
    const all = await climbers();
    const question = all.owner.says('Who is in?', { in: all.general });
    expect(all.ada.says('Me', { replyTo: question }).pings).toEqual([all.owner.id]);
    expect(all.ada.says('Me', { replyTo: question, pingsAuthor: false }).pings).toEqual([]);
  });
});

describe('edits', () => {
  test('of others’ messages only hide their embeds, with Manage Messages', async () => {
    const all = await climbers();
    const id = said(all, 'https://example.org');
    expect(await refusal(edit(all, id, { flags: 4 }))).toEqual({ status: 403, code: 50013 });
    all.guild.member('Guide').gets(all.guild.createRole({ name: 'Moderator', permissions: manageMessages }));
    expect(await edit(all, id, { flags: 4 })).toMatchObject({ flags: 4, edited_timestamp: null });
    expect(await refusal(edit(all, id, { flags: 4, content: 'x' }))).toEqual({ status: 403, code: 50005 });
  });

  test('that leave nothing are refused', async () => {
    const all = await climbers();
    const { id } = await post(all, { content: 'x' });
    expect(await refusal(edit(all, id, { content: '' }))).toEqual({ status: 400, code: 50006 });
  });

  test('of messages older than an hour run into a limit of their own', async () => {
    const all = await climbers();
    const { id } = await post(all, { content: 'x' });
    const route = Routes.channelMessage(all.general.id, id);
    const rewrite = (content: string) => ask(all, 'PATCH', route, { ...nobody, content });
    for (let n = 0; n < 61; n += 1) expect((await rewrite(`young ${n}`)).status).toBe(200);
    all.discord.clock.advance({ hours: 1, minutes: 1 });
    for (let n = 0; n < 60; n += 1) expect((await rewrite(`old ${n}`)).status).toBe(200);
    expect(await rewrite('one more')).toMatchObject({ status: 429, body: { code: 30046 } });
    all.discord.clock.advance({ hours: 1 });
    expect(await rewrite('later')).toMatchObject({ status: 200, body: { content: 'later' } });
  });
});

describe('embeds', () => {
  const embeds = [{ title: 'The wall', fields: [{ name: 'Height', value: '12 m' }] }];

  test('come back complete', async () => {
    const all = await climbers();
    expect((await post(all, { embeds })).embeds).toEqual([
      { type: 'rich', title: 'The wall', fields: [{ name: 'Height', value: '12 m', inline: false }] },
    ]);
    all.discord.assertNoViolations();
  });

  test('are hidden by a flag', async () => {
    const all = await climbers();
    const { id } = await post(all, { content: 'x', embeds, flags: 4 });
    expect((await edit(all, id, { content: 'y' })).embeds).toEqual([]);
    expect((await edit(all, id, { flags: 0 })).embeds).toHaveLength(1);
  });

  test('are dropped without Embed Links, and refused if there is nothing else', async () => {
    const all = await climbers();
    all.guild.changeChannel(all.general, { overwrites: [{ for: all.guild.member('Guide'), deny: embedLinks }] });
    expect((await post(all, { content: 'x', embeds })).embeds).toEqual([]);
    expect(await refusal(post(all, { embeds }))).toEqual({ status: 403, code: 50013 });
  });
});

describe('deleting many', () => {
  const purge = (all: Community, messages: readonly string[]) =>
    ask(all, 'POST', Routes.channelBulkDelete(all.general.id), { messages });

  test('tells a bot once, and members one by one', async () => {
    const all = await climbers(usualPermissions | manageMessages);
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const channel = await client.channels.fetch(all.general.id);
    if (channel?.isTextBased() !== true || channel.isDMBased()) throw new Error('the channel is missing');
    const gone: string[] = [];
    all.discord.subscribe(change => {
      if (change.kind === 'message-deleted') gone.push(change.messageId);
    });
    const ids = ['a', 'b', 'c'].map(text => said(all, text));
    const heard = new Promise<number>(resolve => client.on(Events.MessageBulkDelete, ({ size }) => resolve(size)));
    await channel.bulkDelete(ids);
    expect(await heard).toBe(3);
    expect(gone).toEqual(ids);
    expect(all.ada.reads(all.general)).toEqual([]);
    all.discord.assertNoViolations();
  });

  test('takes 2 to 100, none older than two weeks, and Manage Messages', async () => {
    const all = await climbers();
    const ids = ['a', 'b'].map(text => said(all, text));
    expect(await purge(all, ids)).toMatchObject({ status: 403, body: { code: 50013 } });
    all.guild.member('Guide').gets(all.guild.createRole({ name: 'Moderator', permissions: manageMessages }));
    expect(await purge(all, ids.slice(0, 1))).toMatchObject({ status: 400, body: { code: 50035 } });
    all.discord.clock.advance({ days: 14, hours: 1 });
    expect(await purge(all, [...ids, said(all, 'c')])).toMatchObject({ status: 400, body: { code: 50034 } });
    expect(all.ada.reads(all.general)).toHaveLength(3);
  });
});

describe('what a member does with her own messages', () => {
  test('she edits and deletes them, and the bot hears it', async () => {
    const all = await climbers();
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const events: string[] = [];
    client.on(Events.MessageUpdate, () => events.push('edited'));
    client.on(Events.MessageDelete, () => events.push('deleted'));
    client.on(Events.MessageCreate, () => events.push('said'));
    const shown = all.ada.says('Helo', { in: all.general });
    expect(all.ada.edits(shown, 'Hello')).toMatchObject({ text: 'Hello', message: { content: 'Hello' } });
    expect(() => all.owner.edits(shown, 'x')).toThrow('only messages of her own');
    all.ada.deletes(shown);
    expect(() => all.ada.deletes(shown)).toThrow('it is gone');
    await expect.poll(() => events, { timeout: 10_000 }).toContain('deleted');
    expect(events).toEqual(['said', 'edited', 'deleted']);
  });

  test('she deletes another’s only if she manages messages', async () => {
    const { ada, owner, general } = await climbers();
    expect(() => ada.deletes(owner.says('x', { in: general }))).toThrow('may not delete messages of others');
    owner.deletes(ada.says('y', { in: general }));
    expect(ada.reads(general).map(({ text }) => text)).toEqual(['x']);
  });
});

test('in slow mode she waits, and a bot does not', async () => {
  const all = await climbers();
  await all.rest.patch(Routes.channel(all.general.id), { body: { rate_limit_per_user: 60 } });
  all.ada.says('a', { in: all.general });
  expect(() => all.ada.says('b', { in: all.general })).toThrow('may write again in');
  await post(all, { content: 'c' });
  await post(all, { content: 'd' });
  all.discord.clock.advance({ minutes: 1 });
  expect(all.ada.says('e', { in: all.general }).text).toBe('e');
});

test('components come back without nulls and with their defaults', async () => {
  const all = await climbers();
  const option = { label: 'Law', value: 'law', description: null, emoji: { id: null, name: '⚖️' } };
  const button = { type: 2, style: 2, custom_id: 'go', label: null, emoji: { id: null, name: '🧗' } };
  const { components } = await post(all, {
    content: 'x',
    components: [
      { type: 1, components: [button] },
      { type: 1, components: [{ type: 3, custom_id: 'pick', options: [option] }] },
    ],
  });
  expect(components).toEqual([
    { type: 1, id: 1, components: [{ type: 2, id: 2, style: 2, custom_id: 'go', emoji: { name: '🧗' } }] },
    {
      type: 1,
      id: 3,
      components: [
        {
          type: 3,
          id: 4,
          custom_id: 'pick',
          min_values: 1,
          max_values: 1,
          options: [{ label: 'Law', value: 'law', emoji: { name: '⚖️' } }],
        },
      ],
    },
  ]);
  all.discord.assertNoViolations();
});

describe('typing', () => {
  test('of a member reaches a bot with the intent, that of a bot the page', async () => {
    const all = await climbers();
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageTyping] });
    const heard = new Promise<string>(resolve => client.on(Events.TypingStart, ({ user }) => resolve(user.id)));
    all.ada.startsTyping(all.general);
    expect(await heard).toBe(all.ada.id);
    const change = all.discord.nextChange(({ kind }) => kind === 'typing-started');
    await all.rest.post(Routes.channelTyping(all.general.id));
    expect(await change).toMatchObject({ channelId: all.general.id, userId: all.bot.botUserId });
    all.discord.assertNoViolations();
  });
});

test('what is not modelled says so', async () => {
  const all = await climbers();
  const poll = { question: { text: 'When?' }, answers: [{ poll_media: { text: 'Now' } }], duration: 1 };
  await expect(post(all, { poll })).rejects.toThrow();
  await expect(post(all, { sticker_ids: ['1'] })).rejects.toThrow();
  await expect(post(all, { message_reference: { type: 1, message_id: '1', channel_id: '1' } })).rejects.toThrow();
  expect(all.discord.violations.map(({ kind, problem }) => `${kind}: ${problem}`)).toEqual(
    ['polls', 'stickers', 'forwarded messages'].map(what => `not-modelled: the local Discord does not model ${what}`),
  );
});
