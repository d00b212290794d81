import { type APIRole, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal } from './community.ts';

const strict = { answers: true, dispatches: true };
const needsBoosts = { status: 403, code: 50101 };
const create = ({ rest, guild }: Community, body: object) =>
  rest.post(Routes.guildRoles(guild.id), { body }) as Promise<APIRole>;

describe('how roles look', () => {
  test('gradients are for guilds that have them, and three colours are the holographic ones', async () => {
    const all = await community({ strict });
    const colors = { primary_color: 1, secondary_color: 2, tertiary_color: null };
    expect(await refusal(create(all, { colors }))).toEqual(needsBoosts);
    all.guild.setFeature('ENHANCED_ROLE_COLORS', true);
    expect(await create(all, { colors })).toMatchObject({ color: 1, colors });
    const holographic = { primary_color: 11_127_295, secondary_color: 16_759_788, tertiary_color: 16_761_760 };
    expect(await create(all, { colors: holographic })).toMatchObject({ colors: holographic });
    expect(await refusal(create(all, { colors: { ...colors, tertiary_color: 3 } }))).toEqual({
      status: 400,
      code: 50035,
    });
  });

  test('icons are for guilds that have them; a picture and an emoji replace each other', async () => {
    const all = await community({ strict });
    expect(await refusal(create(all, { unicode_emoji: '🌱' }))).toEqual(needsBoosts);
    all.guild.setFeature('ROLE_ICONS', true);
    const role = await create(all, { unicode_emoji: '🌱' });
    expect(role).toMatchObject({ icon: null, unicode_emoji: '🌱' });
    const patch = (body: object) => all.rest.patch(Routes.guildRole(all.guild.id, role.id), { body });
    expect(await patch({ icon: 'data:image/png;base64,iVBORw0KGgo=' })).toMatchObject({
      icon: expect.stringMatching(/^[0-9a-f]{32}$/),
      unicode_emoji: null,
    });
    expect(await patch({ icon: null })).toMatchObject({ icon: null });
    all.discord.assertNoViolations();
  });

  test('roles that Discord gives carry their tags, and nobody else gives them', async () => {
    const all = await community({ strict });
    const { guild, rest, ada } = all;
    const roles = (['booster', 'linked', 'integration', 'subscription'] as const).map(origin =>
      guild.createRole({ name: origin, origin }),
    );
    expect(roles.map(({ managed, json }) => [managed, Object.keys(json.tags ?? {})])).toEqual([
      [true, ['premium_subscriber']],
      [true, ['guild_connections']],
      [true, ['integration_id']],
      [true, ['integration_id', 'subscription_listing_id', 'available_for_purchase']],
    ]);
    const client = await login(all);
    const cached = client.guilds.cache.get(guild.id)?.roles;
    expect(cached?.premiumSubscriberRole?.name).toBe('booster');
    expect(cached?.botRoleFor(all.bot.botUserId)?.name).toBe('Guide');
    for (const { id } of roles) {
      const given = rest.put(Routes.guildMemberRole(guild.id, ada.id, id));
      expect(await refusal(given)).toEqual({ status: 400, code: 50028 });
      expect(await refusal(rest.delete(Routes.guildRole(guild.id, id)))).toEqual({ status: 400, code: 50028 });
    }
    all.discord.assertNoViolations();
  });

  test('discord.js moves a role while others stand above the bot', async () => {
    const all = await community({ strict });
    for (const name of ['A', 'B']) all.guild.createRole({ name });
    all.guild.createRole({ name: 'Top', position: 9 });
    const client = await login(all);
    const roles = client.guilds.cache.get(all.guild.id)?.roles.cache;
    await roles?.find(({ name }) => name === 'B')?.setPosition(2);
    expect(all.guild.roles.map(({ name }) => name)).toEqual(['Top', 'Guide', 'B', 'A', '@everyone']);
  });

  test('what a role may already it keeps, though the bot may not', async () => {
    const all = await community({ strict });
    const { guild, rest } = all;
    const mods = guild.createRole({ name: 'Mods', permissions: 0x2000n });
    const patch = (permissions: bigint) =>
      rest.patch(Routes.guildRole(guild.id, mods.id), { body: { permissions: String(permissions) } });
    await patch(0x2800n);
    expect(mods.permissions).toBe(0x2800n);
    expect(await refusal(patch(0x2802n))).toEqual({ status: 403, code: 50013 });
  });
});
