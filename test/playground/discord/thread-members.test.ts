import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { community, refusal, usualPermissions } from './community.ts';

const guildMembers = 1 << 1;
const inThreads = 1n << 38n;
const manage = 1n << 34n;

async function withThread(permissions = usualPermissions | inThreads) {
  const clock = createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') });
  const all = await community({ clock, rateLimits: false }, permissions);
  const thread = all.ada.opensThread({ in: all.general, name: 'Ropes' });
  return { ...all, thread };
}

interface Listed {
  readonly threads: readonly {
    readonly name: string;
    readonly thread_metadata: { readonly archive_timestamp: string };
  }[];
  readonly members: readonly unknown[];
  readonly has_more: boolean;
}
const names = ({ threads }: Listed) => threads.map(({ name }) => name);

describe('members of a thread', () => {
  test('the bot joins and leaves, and adds others once', async () => {
    const { discord, rest, thread, bot, owner, ada } = await withThread();
    await rest.put(Routes.threadMembers(thread.id, '@me'));
    await rest.put(Routes.threadMembers(thread.id, owner.id));
    await rest.put(Routes.threadMembers(thread.id, owner.id));
    expect(thread.thread?.memberIds).toEqual([ada.id, bot.botUserId, owner.id]);
    expect(await rest.get(Routes.threadMembers(thread.id, '@me'))).toMatchObject({ user_id: bot.botUserId });
    await rest.delete(Routes.threadMembers(thread.id, '@me'));
    expect(await refusal(rest.get(Routes.threadMembers(thread.id, '@me')))).toEqual({ status: 404, code: 10007 });
    discord.assertNoViolations();
  });

  test('one member of it can be fetched, with the guild’s member if wanted', async () => {
    const { discord, rest, thread, ada } = await withThread();
    const route = Routes.threadMembers(thread.id, ada.id);
    const query = new URLSearchParams({ with_member: 'true' });
    expect(await rest.get(route)).toMatchObject({ id: thread.id, user_id: ada.id });
    expect(await rest.get(route, { query })).toMatchObject({ user_id: ada.id, member: { user: { username: 'ada' } } });
    discord.assertNoViolations();
  });

  test('taking others out needs Manage Threads', async () => {
    const { rest, thread, ada, guild } = await withThread();
    const route = Routes.threadMembers(thread.id, ada.id);
    expect(await refusal(rest.delete(route))).toEqual({ status: 403, code: 50013 });
    guild.member('Guide').gets(guild.createRole({ name: 'Moderator', permissions: manage }));
    await rest.delete(route);
    expect(thread.thread?.memberIds).toEqual([]);
  });

  test('nobody joins an archived thread, and the 1001st is refused', async () => {
    const { rest, thread, ada, guild } = await withThread();
    for (let n = 0; n < 999; n += 1) guild.join({ name: `m${n}` }).joinsThread(thread);
    const join = () => refusal(rest.put(Routes.threadMembers(thread.id, '@me')));
    expect(await join()).toEqual({ status: 400, code: 30033 });
    ada.archivesThread(thread);
    expect(await join()).toEqual({ status: 400, code: 50083 });
  });

  test('the list needs the members intent of the portal and comes in pages with the members', async () => {
    const { discord, rest, thread, guild, ada } = await withThread();
    expect(await refusal(rest.get(Routes.threadMembers(thread.id)))).toEqual({ status: 403, code: 50001 });
    const other = discord.createApplication({ name: 'Counter', privilegedIntents: guildMembers });
    discord.invite(other, guild, 0n);
    guild.owner.joinsThread(thread);
    rest.setToken(other.token);
    const query = new URLSearchParams({ with_member: 'true', limit: '1' });
    const first = guild.owner.id < ada.id ? guild.owner : ada;
    expect(await rest.get(Routes.threadMembers(thread.id), { query })).toMatchObject([
      { user_id: first.id, member: { user: { username: first.name } } },
    ]);
    discord.assertNoViolations();
  });

  test('into a private thread that is not invitable only its maker and moderators bring others, and only who sees its channel', async () => {
    const { discord, rest, guild, general, ada, owner } = await withThread();
    const hidden = ada.opensThread({ in: general, name: 'Hidden', isPrivate: true });
    ada.bringsIntoThread(hidden, guild.member('Guide'));
    const add = (id: string) => rest.put(Routes.threadMembers(hidden.id, id));
    await add(owner.id);
    guild.member('Guide').gets(guild.createRole({ name: 'Moderator', permissions: manage }));
    await rest.patch(Routes.channel(hidden.id), { body: { invitable: false } });
    guild.member('Guide').loses(guild.role('Moderator'));
    const grace = guild.join({ name: 'grace' });
    expect(await refusal(add(grace.id))).toEqual({ status: 403, code: 50013 });
    guild.member('Guide').gets(guild.role('Moderator'));
    guild.changeChannel(general, { overwrites: [{ for: grace, deny: 1n << 10n }] });
    expect(await refusal(add(grace.id))).toEqual({ status: 403, code: 50001 });
    guild.changeChannel(general, { overwrites: [] });
    await add(grace.id);
    expect(hidden.thread?.memberIds).toEqual([ada.id, guild.member('Guide').id, owner.id, grace.id]);
    discord.assertNoViolations();
  });

  test('who leaves the guild leaves its threads', async () => {
    const { thread, ada } = await withThread();
    ada.leaves();
    expect(thread.thread?.memberIds).toEqual([]);
  });
});

describe('lists', () => {
  test('the active threads of a guild are those the bot sees, newest first, with its memberships', async () => {
    const { discord, rest, guild, general, ada, thread } = await withThread();
    ada.opensThread({ in: general, name: 'Hidden', isPrivate: true });
    ada.opensThread({ in: general, name: 'Shoes' });
    await rest.put(Routes.threadMembers(thread.id, '@me'));
    const list = (await rest.get(Routes.guildActiveThreads(guild.id))) as Listed;
    expect(names(list)).toEqual(['Shoes', 'Ropes']);
    expect(list.members).toMatchObject([{ id: thread.id }]);
    discord.assertNoViolations();
  });

  test('archived ones come latest first, in pages by the time of archiving', async () => {
    const { discord, rest, general, ada } = await withThread();
    for (const name of ['a', 'b', 'c']) {
      ada.archivesThread(ada.opensThread({ in: general, name }));
      discord.clock.advance({ minutes: 1 });
    }
    const page = async (query: Record<string, string>) =>
      (await rest.get(Routes.channelThreads(general.id, 'public'), { query: new URLSearchParams(query) })) as Listed;
    const first = await page({ limit: '2' });
    expect([names(first), first.has_more]).toEqual([['c', 'b'], true]);
    const before = first.threads.at(-1)?.thread_metadata.archive_timestamp ?? '';
    const second = await page({ limit: '2', before });
    expect([names(second), second.has_more]).toEqual([['a'], false]);
    discord.assertNoViolations();
  });

  test('private archived ones are for moderators, and for those who belong to them', async () => {
    const { discord, rest, guild, general, ada } = await withThread();
    const hidden = ada.opensThread({ in: general, name: 'Hidden', isPrivate: true });
    ada.bringsIntoThread(hidden, guild.member('Guide'));
    ada.archivesThread(hidden);
    ada.archivesThread(ada.opensThread({ in: general, name: 'Foreign', isPrivate: true }));
    const all = () => rest.get(Routes.channelThreads(general.id, 'private')) as Promise<Listed>;
    expect(await refusal(all())).toEqual({ status: 403, code: 50013 });
    expect(names((await rest.get(Routes.channelJoinedArchivedThreads(general.id))) as Listed)).toEqual(['Hidden']);
    guild.member('Guide').gets(guild.createRole({ name: 'Moderator', permissions: manage }));
    expect(names(await all())).toHaveLength(2);
    discord.assertNoViolations();
  });
});
