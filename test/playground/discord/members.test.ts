import { type APIGuildMember, GuildMemberFlags, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const missingPermissions = { status: 403, code: 50013 };
const invalidForm = { status: 400, code: 50035 };
const strict = { answers: true, dispatches: true };
const kick = 1n << 1n;
const moveMembers = 1n << 24n;
const muteMembers = 1n << 22n;
const manageNicknames = 1n << 27n;
const moderate = 1n << 40n;

const moderated = (permissions: bigint) => community({ strict }, usualPermissions | permissions);
const change = ({ rest, guild, ada }: Community, body: object, reason?: string) =>
  rest.patch(Routes.guildMember(guild.id, ada.id), {
    body,
    ...(reason !== undefined && { reason }),
  }) as Promise<APIGuildMember>;

describe('listing members', () => {
  test('the portal’s switch opens the list, page by page in the order of ids', async () => {
    const { discord, guild, rest } = await community({ strict });
    expect(await refusal(rest.get(Routes.guildMembers(guild.id)))).toEqual({ status: 403, code: 50001 });
    const lister = discord.createApplication({ name: 'Lister', privilegedIntents: 2 });
    discord.invite(lister, guild, 0n);
    rest.setToken(lister.token);
    const names = async (query: string) =>
      ((await rest.get(`${Routes.guildMembers(guild.id)}${query}`)) as APIGuildMember[]).map(
        ({ user }) => user.username,
      );
    expect(await names('')).toEqual(['olga']);
    expect(await names('?limit=1000')).toEqual(['olga', 'ada', 'Guide', 'Lister']);
    expect(await names(`?limit=2&after=${guild.owner.id}`)).toEqual(['ada', 'Guide']);
    for (const query of ['?limit=0', '?limit=1001', '?limit=many', '?after=ada'])
      expect(await refusal(names(query))).toEqual(invalidForm);
  });

  test('members are found by the start of any of their names', async () => {
    const all = await community({ strict });
    const { guild, rest } = all;
    guild.join({ name: 'adrian', displayName: 'Zed' });
    all.ada.becomes({ nick: 'Countess' });
    const find = async (query: string) =>
      ((await rest.get(`${Routes.guildMembersSearch(guild.id)}?${query}`)) as APIGuildMember[]).map(
        ({ user }) => user.username,
      );
    expect(await find('query=ad&limit=10')).toEqual(['ada', 'adrian']);
    expect(await find('query=zE&limit=10')).toEqual(['adrian']);
    expect(await find('query=count')).toEqual(['ada']);
    expect(await refusal(find('limit=10'))).toEqual(invalidForm);
  });

  test('discord.js fetches one member, and hears 10007 for a stranger', async () => {
    const all = await community({ strict });
    const client = await login(all);
    const stranger = all.discord.createUser({ name: 'stranger' });
    const members = client.guilds.cache.get(all.guild.id)?.members;
    expect((await members?.fetch(all.ada.id))?.user.username).toBe('ada');
    expect(await refusal(Promise.resolve(members?.fetch(stranger.id)))).toEqual({ status: 404, code: 10007 });
  });
});

describe('changing members', () => {
  test('a nickname is given below the bot only, and to the owner by nobody', async () => {
    const all = await moderated(manageNicknames);
    expect(await change(all, { nick: 'Countess' })).toMatchObject({ nick: 'Countess' });
    all.ada.gets(all.guild.createRole({ name: 'High', position: 9 }));
    expect(await refusal(change(all, { nick: null }))).toEqual(missingPermissions);
    const owner = Routes.guildMember(all.guild.id, all.owner.id);
    expect(await refusal(all.rest.patch(owner, { body: { nick: 'Boss' } }))).toEqual(missingPermissions);
    expect(all.ada.displayName).toBe('Countess');
  });

  test('without its permission each field is refused', async () => {
    const all = await community({ strict }, 0n);
    const bodies = [{ nick: 'x' }, { roles: [] }, { mute: true }, { deaf: true }, { channel_id: null }, { flags: 4 }];
    for (const body of [...bodies, { communication_disabled_until: null }])
      expect(await refusal(change(all, body)), JSON.stringify(body)).toEqual(missingPermissions);
  });

  test('a request that is refused in part changes nothing', async () => {
    const all = await moderated(manageNicknames);
    const high = all.guild.createRole({ name: 'High', position: 9 });
    expect(await refusal(change(all, { nick: 'Countess', roles: [high.id] }))).toEqual(missingPermissions);
    expect(all.ada.json).toMatchObject({ nick: null, roles: [] });
  });

  test('the whole set of roles is one event and one entry, and spares nobody’s managed roles', async () => {
    const all = await community({ strict }, usualPermissions | (1n << 7n));
    const [low, friend] = [all.guild.createRole({ name: 'Low' }), all.guild.createRole({ name: 'Friend' })];
    all.ada.gets(friend);
    const entries = all.guild.auditLog().length;
    await change(all, { roles: [low.id] }, 'new term');
    expect(all.guild.auditLog().slice(0, all.guild.auditLog().length - entries)).toMatchObject([
      {
        action_type: 25,
        target_id: all.ada.id,
        reason: 'new term',
        changes: [
          { key: '$add', new_value: [{ id: low.id, name: 'Low' }] },
          { key: '$remove', new_value: [{ id: friend.id, name: 'Friend' }] },
        ],
      },
    ]);
    all.ada.gets(all.guild.createRole({ name: 'Booster', origin: 'booster' }));
    expect(await refusal(change(all, { roles: [low.id] }))).toEqual(missingPermissions);
    expect(all.ada.has('Booster')).toBe(true);
  });

  test('a timeout takes what a member may do until the clock has reached its end', async () => {
    const all = await moderated(moderate);
    const { guild, ada, discord, general } = all;
    const until = discord.clock.now().add({ hours: 1 }).toString();
    await change(all, { communication_disabled_until: until });
    expect(guild.permissionsOf(ada, general)).toBe(0x400n | 0x1_00_00n);
    expect(() => ada.says('Hello')).toThrow(/no channel of Climbers: the timeout lasts until/);
    discord.clock.advance({ minutes: 61 });
    expect(guild.permissionsOf(ada, general) & 0x800n).toBe(0x800n);
  });

  test('no timeout lasts longer than 28 days, none hits administrators or the owner', async () => {
    const all = await moderated(moderate);
    const { discord, guild, ada, rest, owner } = all;
    const inDays = (days: number) => ({
      communication_disabled_until: discord.clock
        .now()
        .add({ hours: days * 24 })
        .toString(),
    });
    expect(await refusal(change(all, inDays(29)))).toEqual(invalidForm);
    await change(all, inDays(27));
    await change(all, { communication_disabled_until: null });
    expect(ada.json.communication_disabled_until).toBeNull();
    ada.gets(guild.createRole({ name: 'Admin', permissions: 8n }));
    expect(await refusal(change(all, inDays(1)))).toEqual(missingPermissions);
    expect(await refusal(rest.patch(Routes.guildMember(guild.id, owner.id), { body: inDays(1) }))).toEqual(
      missingPermissions,
    );
  });

  test('who is in a voice channel is muted, moved and put out; others are not', async () => {
    const all = await moderated(muteMembers | moveMembers | 0x10_00_00n);
    const { guild, ada } = all;
    const [lounge, stage] = ['lounge', 'talks'].map(name => guild.createChannel({ name, type: 'voice' }));
    expect(await refusal(change(all, { mute: true }))).toEqual({ status: 400, code: 40032 });
    expect(await refusal(change(all, { channel_id: stage?.id }))).toEqual({ status: 400, code: 40032 });
    ada.joinsVoice(lounge ?? all.general);
    expect(await change(all, { mute: true, channel_id: stage?.id })).toMatchObject({ mute: true });
    expect(await refusal(change(all, { channel_id: all.general.id }))).toEqual({ status: 404, code: 10003 });
    await change(all, { channel_id: null });
    expect(await refusal(change(all, { channel_id: null }))).toEqual({ status: 400, code: 40032 });
    expect(guild.auditLog().map(({ action_type }) => action_type)).toEqual(expect.arrayContaining([24, 26, 27]));
  });

  test('of a member’s flags only the verification’s bypass can be set', async () => {
    const all = await community({ strict });
    expect(await change(all, { flags: 0b111 })).toMatchObject({ flags: GuildMemberFlags.BypassesVerification });
    expect(await change(all, { flags: 0 })).toMatchObject({ flags: 0 });
  });

  test('a bot names itself with Change Nickname', async () => {
    const all = await moderated(1n << 26n);
    await all.rest.patch(Routes.guildMember(all.guild.id), { body: { nick: 'Mountain guide' } });
    expect(all.guild.member('Guide').displayName).toBe('Mountain guide');
  });
});

describe('coming and going', () => {
  test('whoever was kicked comes back with nothing but the mark of it', async () => {
    const all = await moderated(kick);
    const { guild, ada, rest } = all;
    ada.gets(guild.createRole({ name: 'Learner' }));
    ada.becomes({ nick: 'Countess' });
    await rest.delete(Routes.guildMember(guild.id, ada.id), { reason: 'spam' });
    expect(guild.members.map(({ name }) => name)).toEqual(['olga', 'Guide']);
    expect(guild.auditLog()[0]).toMatchObject({ action_type: 20, target_id: ada.id, reason: 'spam' });
    const again = guild.join(ada);
    expect(again.json).toMatchObject({ nick: null, roles: [], flags: GuildMemberFlags.DidRejoin });
  });

  test('nobody kicks the owner, their betters or strangers', async () => {
    const all = await moderated(kick);
    const { guild, ada, rest, discord } = all;
    ada.gets(guild.createRole({ name: 'High', position: 9 }));
    for (const { id } of [ada, guild.owner, guild.member('Guide')])
      expect(await refusal(rest.delete(Routes.guildMember(guild.id, id)))).toEqual(missingPermissions);
    const stranger = discord.createUser({ name: 'stranger' });
    expect(await refusal(rest.delete(Routes.guildMember(guild.id, stranger.id)))).toEqual({ status: 404, code: 10007 });
  });

  test('with rules to accept, newcomers are pending until they have', async () => {
    const all = await community({ strict });
    const members = 1 << 1;
    const greeter = all.discord.createApplication({ name: 'Greeter', privilegedIntents: members });
    all.discord.invite(greeter, all.guild, usualPermissions);
    const client = await login({ discord: all.discord, bot: greeter }, { intents: [1, members] });
    all.guild.requireRules(true);
    const joined = new Promise<boolean>(resolve => client.once('guildMemberAdd', ({ pending }) => resolve(pending)));
    const eve = all.guild.join({ name: 'eve' });
    expect(await joined).toBe(true);
    const passed = new Promise<boolean>(resolve =>
      client.once('guildMemberUpdate', (_, { pending }) => resolve(pending)),
    );
    eve.acceptsRules();
    expect(await passed).toBe(false);
    expect(() => eve.acceptsRules()).toThrow('no rules to accept');
    all.discord.assertNoViolations();
  });

  test('a bot leaves a guild, and takes its role along', async () => {
    const all = await community({ strict });
    const client = await login(all);
    const gone = new Promise<string>(resolve => client.once('guildDelete', ({ id }) => resolve(id)));
    await client.guilds.cache.get(all.guild.id)?.leave();
    expect(await gone).toBe(all.guild.id);
    expect(all.guild.roles.map(({ name }) => name)).toEqual(['@everyone']);
    expect(await all.rest.get(Routes.userGuilds())).toEqual([]);
  });

  test('a bot’s guilds come in pages, with counts if wanted', async () => {
    const { discord, guild, bot, rest } = await community({ strict });
    const second = discord.createGuild({ name: 'Second', owner: 'sam' });
    discord.invite(bot, second, 0n);
    const ids = async (query: string) =>
      ((await rest.get(`${Routes.userGuilds()}${query}`)) as { id: string }[]).map(({ id }) => id);
    expect(await ids('')).toEqual([guild.id, second.id]);
    expect(await ids('?limit=1')).toEqual([guild.id]);
    expect(await ids(`?after=${guild.id}`)).toEqual([second.id]);
    expect(await ids(`?before=${second.id}`)).toEqual([guild.id]);
    expect(await refusal(ids('?limit=201'))).toEqual(invalidForm);
    expect(await rest.get(`${Routes.userGuilds()}?with_counts=true&limit=1`)).toMatchObject([
      { name: 'Climbers', owner: false, approximate_member_count: 3 },
    ]);
    discord.assertNoViolations();
  });
});

describe('hearing of changes', () => {
  test('a bot hears of itself without the intent, and with it of others and other bots, each time once', async () => {
    const { discord, guild, bot } = await community({ strict });
    const members = 1 << 1;
    const watcher = discord.createApplication({ name: 'Watcher', privilegedIntents: members });
    discord.invite(watcher, guild, 0n);
    const deaf = await login({ discord, bot });
    const heard: Record<string, string[]> = { deaf: [], watching: [] };
    deaf.on('guildMemberUpdate', (_, { user }) => heard.deaf?.push(user.username));
    const watching = await login({ discord, bot: watcher }, { intents: [1, members] });
    await watching.guilds.cache.get(guild.id)?.members.fetch();
    watching.on('guildMemberUpdate', (_, { user }) => heard.watching?.push(user.username));
    guild.member('Guide').becomes({ nick: 'Sherpa' });
    guild.member('ada').becomes({ nick: 'Countess' });
    guild.member('Watcher').becomes({ nick: 'Owl' });
    const role = new Promise(resolve => watching.once('roleCreate', resolve));
    const sameRole = new Promise(resolve => deaf.once('roleCreate', resolve));
    guild.createRole({ name: 'Last' });
    await Promise.all([role, sameRole]);
    expect(heard).toEqual({ deaf: ['Guide'], watching: ['Guide', 'ada', 'Watcher'] });
    // discord.js is silent about a second telling of the same.
    const told = discord.dispatches.filter(({ event }) => event === 'GUILD_MEMBER_UPDATE');
    expect(told).toHaveLength(4);
    discord.assertNoViolations();
  });

  test('who is pending may not write yet', async () => {
    const { guild, discord } = await community({ strict });
    guild.requireRules(true);
    const eve = guild.join({ name: 'eve' });
    expect(() => eve.says('hello')).toThrow('eve has not accepted the rules of Climbers yet');
    eve.acceptsRules();
    expect(eve.says('hello').text).toBe('hello');
    discord.assertNoViolations();
  });
});
