import {
  type APIGuildOnboarding,
  type APIRole,
  AuditLogEvent,
  Events,
  GatewayIntentBits,
  type GuildAuditLogsEntry,
  GuildMemberFlags,
  GuildOnboardingPrompt,
  Routes,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const strict = { answers: true, dispatches: true };
const manageGuild = 1n << 5n;
const viewAuditLog = 1n << 7n;
const inPrompt = 1;

interface Setting extends Community {
  readonly channelIds: readonly string[];
}

/** A community with seven channels, and a bot that may set up its onboarding. */
async function setting(): Promise<Setting> {
  const all = await community({ strict }, usualPermissions | manageGuild);
  const channels = [all.general];
  while (channels.length < 7) channels.push(all.guild.createChannel({ name: `room ${channels.length}` }));
  all.guild.publicUpdatesChannelId = all.general.id;
  return { ...all, channelIds: channels.map(({ id }) => id) };
}

const put = ({ rest, guild }: Community, body: object) =>
  rest.put(Routes.guildOnboarding(guild.id), { body }) as Promise<APIGuildOnboarding>;

const question = (options: readonly object[], more: object = {}) => ({
  id: '1',
  title: 'Which path are you on?',
  options,
  in_onboarding: true,
  ...more,
});

describe('setting up onboarding', () => {
  test('it needs seven default channels, five of them open to write in', async () => {
    const all = await setting();
    const { channelIds, guild } = all;
    const unmet = { status: 400, code: 350000 };
    const whole = { enabled: true, default_channel_ids: channelIds };
    expect(await refusal(put(all, { ...whole, default_channel_ids: channelIds.slice(1) }))).toEqual(unmet);
    for (const id of channelIds.slice(0, 3))
      guild.changeChannel({ id }, { overwrites: [{ for: guild.everyone, deny: 0x800n }] });
    expect(await refusal(put(all, whole))).toEqual(unmet);
    guild.changeChannel({ id: channelIds[0] ?? '' }, { overwrites: [] });
    expect(await put(all, whole)).toMatchObject({ enabled: true, mode: 0, default_channel_ids: channelIds });
    all.discord.assertNoViolations();
  });

  test('the advanced mode counts the questions’ channels too', async () => {
    const all = await setting();
    const [first, ...others] = all.channelIds;
    const body = {
      enabled: true,
      default_channel_ids: others,
      prompts: [question([{ title: 'A', channel_ids: [first] }])],
    };
    expect(await refusal(put(all, body))).toEqual({ status: 400, code: 350000 });
    expect(await put(all, { ...body, mode: 1 })).toMatchObject({ enabled: true, mode: 1 });
  });

  test('what is on may not sink below what it needs, unless it is switched off', async () => {
    const all = await setting();
    await put(all, { enabled: true, default_channel_ids: all.channelIds });
    const less = { default_channel_ids: all.channelIds.slice(1) };
    expect(await refusal(put(all, less))).toEqual({ status: 400, code: 350001 });
    expect(await put(all, { ...less, enabled: false })).toMatchObject({ enabled: false });
  });

  test('only communities have it, and only those who manage guild and roles set it up', async () => {
    const all = await setting();
    const body = { enabled: true, default_channel_ids: all.channelIds };
    all.guild.publicUpdatesChannelId = undefined;
    expect(await refusal(put(all, body))).toEqual({ status: 400, code: 350000 });
    const plain = await community({ strict });
    expect(await refusal(put(plain, { enabled: false }))).toEqual({ status: 403, code: 50013 });
  });

  test('prompts get ids of their own and keep them, and their roles are marked as on offer', async () => {
    const all = await setting();
    const [graduate, veteran] = ['Graduate', 'Veteran'].map(name => all.guild.createRole({ name }));
    const first = await put(all, {
      prompts: [question([{ title: 'New', role_ids: [graduate?.id], emoji_name: '🌱' }])],
    });
    const [prompt] = first.prompts;
    expect(prompt).toMatchObject({
      title: 'Which path are you on?',
      type: 0,
      single_select: false,
      required: false,
      options: [{ title: 'New', description: '', emoji: { id: null, name: '🌱', animated: false } }],
    });
    expect(prompt?.id).not.toBe('1');
    expect(graduate?.json.flags).toBe(inPrompt);
    const kept = question([{ id: prompt?.options[0]?.id, title: 'Old', role_ids: [veteran?.id] }], { id: prompt?.id });
    const second = await put(all, { prompts: [kept] });
    expect(second.prompts.map(({ id }) => id)).toEqual([prompt?.id]);
    expect(second.prompts[0]?.options.map(({ id }) => id)).toEqual(prompt?.options.map(({ id }) => id));
    expect([graduate, veteran].map(role => role?.json.flags)).toEqual([0, inPrompt]);
    expect(await all.rest.get(Routes.guildOnboarding(all.guild.id))).toEqual(second);
    all.discord.assertNoViolations();
  });

  test('a role or channel that cannot be offered is refused, one that is deleted disappears', async () => {
    const all = await setting();
    const offered = (option: object) => put(all, { prompts: [question([{ title: 'A', ...option }])] });
    const booster = all.guild.createRole({ name: 'Booster', origin: 'booster' });
    expect(await refusal(offered({ role_ids: [booster.id] }))).toEqual({ status: 400, code: 50028 });
    expect(await refusal(offered({ role_ids: ['1'] }))).toEqual({ status: 404, code: 10011 });
    expect(await refusal(offered({ channel_ids: ['1'] }))).toEqual({ status: 400, code: 50035 });
    const learner = all.guild.createRole({ name: 'Learner' });
    await offered({ role_ids: [learner.id] });
    all.guild.deleteRole(learner);
    const { prompts } = (await all.rest.get(Routes.guildOnboarding(all.guild.id))) as APIGuildOnboarding;
    expect(prompts[0]?.options[0]?.role_ids).toEqual([]);
  });

  test('more than 15 questions, 50 answers or none are refused', async () => {
    const all = await setting();
    const answers = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `${index}` }));
    const questions = (count: number) => Array.from({ length: count }, () => question(answers(1)));
    const tooMany = [questions(16), [question(answers(51))], [question([])]];
    for (const prompts of tooMany) expect(await refusal(put(all, { prompts }))).toEqual({ status: 400, code: 50035 });
    expect((await put(all, { prompts: questions(15) })).prompts).toHaveLength(15);
  });

  test('discord.js reads it', async () => {
    const all = await setting();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.guild.askNewcomers([{ title: 'Path?', options: [{ title: 'New', roles: [learner] }] }], [all.general]);
    const client = await login(all);
    const onboarding = await client.guilds.cache.get(all.guild.id)?.fetchOnboarding();
    expect(onboarding?.enabled).toBe(true);
    expect(
      onboarding?.prompts
        .first()
        ?.options.first()
        ?.roles.map(({ name }) => name),
    ).toEqual(['Learner']);
    expect(onboarding?.defaultChannels.map(({ name }) => name)).toEqual(['general']);
    const roles = (await all.rest.get(Routes.guildRoles(all.guild.id))) as APIRole[];
    expect(roles.find(({ name }) => name === 'Learner')?.flags).toBe(inPrompt);
    all.discord.assertNoViolations();
  });

  test('discord.js reads in the audit log which question was added, with its options', async () => {
    const all = await community({ strict }, usualPermissions | manageGuild | viewAuditLog);
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildModeration] });
    const added = new Promise<GuildAuditLogsEntry>(resolve =>
      client.on(Events.GuildAuditLogEntryCreate, entry => {
        if (entry.action === AuditLogEvent.OnboardingPromptCreate) resolve(entry);
      }),
    );
    all.guild.askNewcomers([{ title: 'Path?', options: [{ title: 'New', channels: [all.general] }] }]);
    const { target } = await added;
    if (!(target instanceof GuildOnboardingPrompt)) throw new Error('this is no prompt');
    expect(target.options.map(({ title, channels }) => [title, [...channels.keys()]])).toEqual([
      ['New', [all.general.id]],
    ]);
    all.discord.assertNoViolations();
  });
});

describe('answering', () => {
  test('an answer brings its roles and channels, and the bot hears of it once', async () => {
    const { guild, discord, general } = await community({ strict });
    const members = 1 << 1;
    const greeter = discord.createApplication({ name: 'Greeter', privilegedIntents: members });
    discord.invite(greeter, guild, 0n);
    const [graduate, veteran] = [guild.createRole({ name: 'Graduate' }), guild.createRole({ name: 'Veteran' })];
    const lounge = guild.createChannel({ name: 'lounge' });
    const path = 'Which path are you on?';
    const options = [
      { title: 'New graduate', roles: [graduate], channels: [lounge] },
      { title: 'Old hand', roles: [veteran] },
    ];
    guild.askNewcomers([{ title: path, options, singleSelect: true, required: true }], [general]);
    const client = await login({ discord, bot: greeter }, { intents: [1, members] });
    const heard: string[][] = [];
    client.on('guildMemberUpdate', (_, { roles }) => heard.push(roles.cache.map(({ name }) => name)));
    const eve = guild.join({ name: 'eve' });
    eve.answersOnboarding({ [path]: ['New graduate'] });
    expect(eve.roles.map(({ name }) => name)).toEqual(['Graduate']);
    expect(eve.followedChannelIds()).toEqual([general.id, lounge.id]);
    expect(eve.json.flags).toBe(GuildMemberFlags.CompletedOnboarding | GuildMemberFlags.StartedOnboarding);
    const second = new Promise(resolve => client.once('guildMemberUpdate', resolve));
    await second;
    eve.answersOnboarding({ [path]: ['Old hand'] });
    const third = new Promise(resolve => client.once('guildMemberUpdate', resolve));
    await third;
    expect(eve.roles.map(({ name }) => name)).toEqual(['Veteran']);
    expect(eve.followedChannelIds()).toEqual([general.id]);
    expect(heard.map(names => names.filter(name => name !== '@everyone'))).toEqual([['Graduate'], ['Veteran']]);
    discord.assertNoViolations();
  });

  test('an answer the client would not take is said to be wrong', async () => {
    const { guild, ada } = await community();
    expect(() => ada.answersOnboarding({})).toThrow('Climbers has no onboarding');
    guild.askNewcomers([
      { title: 'Path?', options: [{ title: 'A' }, { title: 'B' }], singleSelect: true, required: true },
    ]);
    expect(() => ada.answersOnboarding({ Pace: ['A'] })).toThrow('no question "Pace", but "Path?"');
    expect(() => ada.answersOnboarding({ 'Path?': ['C'] })).toThrow('no answer "C", but "A", "B"');
    expect(() => ada.answersOnboarding({ 'Path?': ['A', 'B'] })).toThrow('takes one answer only');
    expect(() => ada.answersOnboarding({})).toThrow('"Path?" has to be answered');
  });
});
