import { type APIMessage, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal } from './community.ts';

const nobody = { allowed_mentions: { parse: [] } };
const post = ({ rest, general }: Community, body: object) =>
  rest.post(Routes.channelMessages(general.id), { body: { ...nobody, ...body } }) as Promise<APIMessage>;

describe('sending, editing and deleting', () => {
  test('discord.js posts, edits and deletes a message that members see', async () => {
    const all = await community();
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    const message = await channel.send('Welcome');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['Welcome']);
    await message.edit('Welcome back');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['Welcome back']);
    await message.delete();
    expect(all.ada.reads(all.general)).toEqual([]);
    all.discord.assertNoViolations();
  });

  test('a list is newest first and can be paged', async () => {
    const all = await community({ rateLimits: false });
    const { rest, general } = all;
    for (const content of ['a', 'b', 'c', 'd']) await post(all, { content });
    const list = async (query: Record<string, string>) =>
      (await rest.get(Routes.channelMessages(general.id), { query: new URLSearchParams(query) })) as APIMessage[];
    const [newest] = await list({ limit: '1' });
    expect(newest?.content).toBe('d');
    expect((await list({ before: newest?.id ?? '' })).map(({ content }) => content)).toEqual(['c', 'b', 'a']);
    const oldest = (await list({})).at(-1)?.id ?? '';
    expect((await list({ after: oldest, limit: '2' })).map(({ content }) => content)).toEqual(['c', 'b']);
  });

  test('a page around a message has newer and older ones', async () => {
    const all = await community({ rateLimits: false });
    const ids = ['a', 'b', 'c', 'd', 'e'].map(content => all.ada.says(content, { in: all.general }).message?.id ?? '');
    const query = new URLSearchParams({ around: ids[2] ?? '', limit: '3' });
    const page = (await all.rest.get(Routes.channelMessages(all.general.id), { query })) as APIMessage[];
    expect(page.map(({ id }) => id)).toEqual([ids[3], ids[2], ids[1]]);
    const wrong = new URLSearchParams({ limit: '101' });
    expect(await refusal(all.rest.get(Routes.channelMessages(all.general.id), { query: wrong }))).toEqual({
      status: 400,
      code: 50035,
    });
  });

  test('what the bot may not see or write is refused with the right code', async () => {
    const all = await community();
    const { rest, guild } = all;
    const dark = guild.createChannel({ name: 'dark', overwrites: [{ for: guild, deny: 1n << 10n }] });
    const quiet = guild.createChannel({ name: 'quiet', overwrites: [{ for: guild.member('Guide'), deny: 1n << 11n }] });
    const to = (id: string) => refusal(rest.post(Routes.channelMessages(id), { body: { ...nobody, content: 'x' } }));
    expect(await to(dark.id)).toEqual({ status: 403, code: 50001 });
    expect(await to(quiet.id)).toEqual({ status: 403, code: 50013 });
    expect(await to('1')).toEqual({ status: 404, code: 10003 });
  });

  test('a bot edits only its own messages, and deletes others’ only with Manage Messages', async () => {
    const all = await community();
    const { rest, general, ada, guild } = all;
    const said = ada.says('mine').message?.id ?? '';
    const route = Routes.channelMessage(general.id, said);
    expect(await refusal(rest.patch(route, { body: { ...nobody, content: 'x' } }))).toEqual({
      status: 403,
      code: 50005,
    });
    expect(await refusal(rest.delete(route))).toEqual({ status: 403, code: 50013 });
    guild.member('Guide').gets(guild.createRole({ name: 'Moderator', permissions: 1n << 13n }));
    await rest.delete(route);
    expect(await refusal(rest.get(route))).toEqual({ status: 404, code: 10008 });
  });

  test('an empty message is refused', async () => {
    expect(await refusal(post(await community(), {}))).toEqual({ status: 400, code: 50006 });
  });

  test('without the message content intent the bot reads empty messages of others', async () => {
    const { rest, general, ada } = await community();
    ada.says('good morning');
    const [message] = (await rest.get(Routes.channelMessages(general.id))) as APIMessage[];
    expect(message).toMatchObject({ content: '', author: { username: 'ada' } });
  });
});

describe('nonces', () => {
  const text = { content: 'Reminder', nonce: 'reminder-1', enforce_nonce: true };

  test('the same nonce gives the earlier message and creates nothing', async () => {
    const all = await community();
    const first = await post(all, text);
    expect((await post(all, text)).id).toBe(first.id);
    expect(all.ada.reads(all.general)).toHaveLength(1);
  });

  test('it works beside files, and later nobody is told of it', async () => {
    const all = await community();
    const files = [{ name: 'notes.txt', data: 'Bring a rope' }];
    const send = () => all.rest.post(Routes.channelMessages(all.general.id), { body: { ...nobody, ...text }, files });
    const first = (await send()) as APIMessage;
    expect(first.nonce).toBe('reminder-1');
    expect(((await send()) as APIMessage).id).toBe(first.id);
    const [listed] = (await all.rest.get(Routes.channelMessages(all.general.id))) as APIMessage[];
    expect(listed?.nonce).toBeUndefined();
    expect(listed?.attachments).toHaveLength(1);
  });

  test('after a few minutes, or without enforce_nonce, it creates another one', async () => {
    const all = await community();
    await post(all, text);
    await post(all, { ...text, enforce_nonce: false });
    all.discord.clock.advance({ minutes: 6 });
    await post(all, text);
    expect(all.ada.reads(all.general)).toHaveLength(3);
  });

  test('if the earlier message was deleted, the call fails', async () => {
    const all = await community();
    const { id } = await post(all, text);
    await all.rest.delete(Routes.channelMessage(all.general.id, id));
    expect(await refusal(post(all, text))).toEqual({ status: 404, code: 10008 });
  });
});

describe('pings', () => {
  test('only who is allowed is pinged', async () => {
    const all = await community();
    const { ada, owner } = all;
    const content = `<@${ada.id}> <@${owner.id}> @everyone`;
    const allowed_mentions = { users: [ada.id] };
    const message = await post(all, { content, allowed_mentions });
    expect(message.mentions.map(({ username }) => username)).toEqual(['ada']);
    expect(message.mention_everyone).toBe(false);
    expect((await post(all, { content })).mentions).toEqual([]);
  });

  test('text displays ping too', async () => {
    const all = await community();
    const components = [{ type: 17, components: [{ type: 10, content: `<@${all.ada.id}>` }] }];
    await post(all, { components, flags: 1 << 15, allowed_mentions: { parse: ['users'] } });
    expect(all.ada.reads(all.general).map(({ pings }) => pings)).toEqual([[all.ada.id]]);
  });

  test('a role is pinged if it is mentionable', async () => {
    const all = await community();
    const open = all.guild.createRole({ name: 'Open', mentionable: true });
    const closed = all.guild.createRole({ name: 'Closed' });
    const content = `<@&${open.id}> <@&${closed.id}>`;
    const message = await post(all, { content, allowed_mentions: { parse: ['roles'] } });
    expect(message.mention_roles).toEqual([open.id]);
  });

  test('an edit without allowed_mentions parses everything anew, which counts as a violation', async () => {
    const all = await community();
    const content = `<@${all.ada.id}>`;
    const { id } = await post(all, { content });
    const body = { content };
    const edited = await all.rest.patch(Routes.channelMessage(all.general.id, id), { body });
    expect((edited as APIMessage).mentions.map(({ username }) => username)).toEqual(['ada']);
    expect(all.discord.violations).toMatchObject([
      { kind: 'allowed-mentions', where: 'PATCH /channels/:channel/messages/:message' },
    ]);
  });
});

describe('direct messages', () => {
  const open = async ({ rest }: Community, id: string) =>
    (await rest.post(Routes.userChannels(), { body: { recipient_id: id } })) as { id: string };

  test('a user is written to in one and the same channel', async () => {
    const all = await community();
    const client = await login(all);
    const user = await client.users.fetch(all.ada.id);
    await user.send('Hello');
    expect(await open(all, all.ada.id)).toMatchObject(await open(all, all.ada.id));
    expect(all.ada.dms).toHaveLength(1);
    expect(all.ada.sees().map(({ text }) => text)).toEqual(['Hello']);
    expect(all.owner.sees()).toEqual([]);
  });

  test('closed ones answer 50007, strangers 50278', async () => {
    const all = await community();
    const { rest, ada, discord } = all;
    const channel = await open(all, ada.id);
    const write = () => rest.post(Routes.channelMessages(channel.id), { body: { ...nobody, content: 'x' } });
    ada.closesDms();
    expect(await refusal(write())).toEqual({ status: 403, code: 50007 });
    ada.opensDms();
    await write();
    ada.leaves();
    expect(await refusal(write())).toEqual({ status: 403, code: 50278 });
    const unknown = rest.post(Routes.userChannels(), { body: { recipient_id: '1' } });
    expect(await refusal(unknown)).toEqual({ status: 400, code: 50033 });
    expect(discord.invalidRequests).toBe(2);
  });
});

test('a channel keeps only so many messages', async () => {
  const { ada, general } = await community({ keep: { messages: 3 } });
  for (const text of ['a', 'b', 'c', 'd', 'e']) ada.says(text);
  expect(ada.reads(general).map(({ text }) => text)).toEqual(['c', 'd', 'e']);
});
