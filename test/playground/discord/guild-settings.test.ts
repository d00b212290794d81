import { type APIGuild, GuildFeature, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const strict = { answers: true, dispatches: true };
const manageGuild = 1n << 5n;
const missingPermissions = { status: 403, code: 50013 };
const invalidForm = { status: 400, code: 50035 };
const picture = 'data:image/png;base64,iVBORw0KGgo=';
const managed = (more = 0n) => community({ strict }, usualPermissions | manageGuild | more);
const patch = ({ rest, guild }: Community, body: object) =>
  rest.patch(Routes.guild(guild.id), { body }) as Promise<APIGuild>;

describe('a guild’s settings', () => {
  test('a bot with Manage Guild changes them, and every bot is told', async () => {
    const all = await managed();
    const client = await login(all);
    const updated = new Promise<string>(resolve => client.once('guildUpdate', (_, { name }) => resolve(name)));
    const body = {
      name: 'Mountaineers',
      description: 'Up and down.',
      verification_level: 2,
      default_message_notifications: 0,
      explicit_content_filter: 2,
      afk_timeout: 900,
      system_channel_id: all.general.id,
      system_channel_flags: 1,
      preferred_locale: 'de',
      premium_progress_bar_enabled: true,
    };
    expect(await patch(all, body)).toMatchObject(body);
    expect(await updated).toBe('Mountaineers');
    expect(all.guild.auditLog()[0]).toMatchObject({
      action_type: 1,
      target_id: all.guild.id,
      user_id: all.bot.botUserId,
    });
    expect((await patch(all, { icon: picture })).icon).toMatch(/^[0-9a-f]{32}$/);
    expect((await patch(all, { icon: null })).icon).toBeNull();
    all.discord.assertNoViolations();
  });

  test('without Manage Guild nothing is changed', async () => {
    expect(await refusal(patch(await community({ strict }), { name: 'Mine' }))).toEqual(missingPermissions);
  });

  test('a channel that isn’t there, or no text channel, is refused', async () => {
    const all = await managed();
    const lounge = all.guild.createChannel({ name: 'lounge', type: 'voice' });
    expect(await refusal(patch(all, { system_channel_id: '1' }))).toEqual(invalidForm);
    expect(await refusal(patch(all, { system_channel_id: lounge.id }))).toEqual({ status: 400, code: 50086 });
    expect(await refusal(patch(all, { icon: 'no picture' }))).toEqual(invalidForm);
    expect(await patch(all, { afk_channel_id: lounge.id })).toMatchObject({ afk_channel_id: lounge.id });
  });

  test('only an administrator makes a community of it, with channels for rules and updates', async () => {
    const wanted = { features: [GuildFeature.Community] };
    expect(await refusal(patch(await managed(), wanted))).toEqual(missingPermissions);
    const all = await managed(8n);
    const { id } = all.general;
    for (const key of ['rules_channel_id', 'public_updates_channel_id'])
      expect(await refusal(patch(all, { ...wanted, [key]: id })), key).toEqual(invalidForm);
    const guild = await patch(all, { ...wanted, rules_channel_id: id, public_updates_channel_id: id });
    expect(guild.features).toEqual(['COMMUNITY', 'NEWS']);
    expect(await refusal(all.rest.delete(Routes.channel(id)))).toEqual({ status: 400, code: 50074 });
    expect(await refusal(patch(all, { rules_channel_id: null }))).toEqual(invalidForm);
    expect((await patch(all, { features: [] })).features).toEqual([]);
  });

  test('invites are paused with Manage Guild; features that Discord gives stay as they are', async () => {
    const all = await managed();
    all.guild.setFeature('ROLE_ICONS', true);
    const { features } = await patch(all, { features: [GuildFeature.InvitesDisabled, GuildFeature.VanityURL] });
    expect(features).toEqual(['ROLE_ICONS', 'INVITES_DISABLED']);
    all.discord.assertNoViolations();
  });

  test('what isn’t modelled is said so', async () => {
    const all = await managed();
    await expect(patch(all, { banner: picture })).rejects.toMatchObject({ status: 501 });
    expect(all.discord.violations).toMatchObject([{ kind: 'not-modelled', where: expect.stringContaining('PATCH') }]);
  });

  test('counts come on demand', async () => {
    const all = await managed();
    expect(await all.rest.get(`${Routes.guild(all.guild.id)}?with_counts=true`)).toMatchObject({
      approximate_member_count: 3,
    });
    expect(await all.rest.get(Routes.guild(all.guild.id))).not.toHaveProperty('approximate_member_count');
  });
});

describe('two factors', () => {
  test('where moderators need two, a bot whose owner has one is refused with 60003', async () => {
    const { discord, guild, rest, ada } = await community({ strict });
    const careless = discord.createApplication({ name: 'Careless', ownerHasTwoFactor: false });
    discord.invite(careless, guild, usualPermissions);
    const learner = guild.createRole({ name: 'Learner' });
    const give = () => rest.put(Routes.guildMemberRole(guild.id, ada.id, learner.id));
    guild.requireTwoFactor(true);
    await give();
    ada.loses(learner);
    rest.setToken(careless.token);
    expect(await refusal(give())).toEqual({ status: 403, code: 60003 });
    guild.requireTwoFactor(false);
    await give();
    expect(ada.has('Learner')).toBe(true);
  });
});
