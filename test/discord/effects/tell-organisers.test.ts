import { Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Guild } from '../../../playground/discord/index.ts';
import { invitePermissions } from '../../../src/discord/invite.ts';
import type { Effect } from '../../../src/domain/effect.ts';
import type { OrganiserProblem } from '../../../src/domain/problem.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { markTold, raise, untold } from '../../../src/store/notices.ts';
import { aServer, type Server, type ServerOptions } from './a-server.ts';

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
const problem: OrganiserProblem = { kind: 'permission-missing', permission: 'ManageRoles' };

/** A channel that members do not see; the bot does, by its role. */
function aPrivateChannel(guild: Guild) {
  return guild.createChannel({
    name: 'organisers',
    overwrites: [
      { for: guild.everyone, deny: ViewChannel },
      { for: guild.role('Cairn'), allow: ViewChannel | SendMessages | ReadMessageHistory },
    ],
  });
}

async function aServerInTrouble(options: ServerOptions = {}): Promise<Server & { effect: Effect }> {
  const server = await aServer(options);
  await raise(server.db, server.guild.id, problem, server.now());
  return { ...server, effect: { kind: 'tell-organisers', guildId: server.guild.id, problem } };
}

const inPrivate = (which: 'systemChannelId' | 'publicUpdatesChannelId'): ServerOptions => ({
  prepare: guild => {
    guild[which] = aPrivateChannel(guild).id;
  },
});

describe('organisers are told', () => {
  test.each(['systemChannelId', 'publicUpdatesChannelId'] as const)('in the private %s, once', async which => {
    const { guild, db, attempt, effect } = await aServerInTrouble(inPrivate(which));
    expect(await attempt(effect)).toMatchObject({ kind: 'delivered', reference: expect.any(String) });
    const [shown, ...more] = guild.owner.reads(guild.channel('organisers'));
    expect(more).toEqual([]);
    expect(shown?.text).toContain('Server Settings → Roles → **Cairn** → Permissions: switch on **Manage Roles**.');
    expect(shown?.buttons.map(({ label }) => label)).toEqual(['Try again now']);
    expect(shown?.pings).toEqual([]);
    expect(await untold(db, guild.id)).toEqual([]);
  });

  test('in the community’s own channel for them rather than elsewhere, whoever was let in there', async () => {
    const { guild, db, attempt, effect, now } = await aServerInTrouble({
      prepare: server => {
        server.systemChannelId = aPrivateChannel(server).id;
        server.createChannel({
          name: 'our-team',
          overwrites: [
            { for: server.everyone, deny: ViewChannel },
            { for: server.role('Cairn'), allow: ViewChannel | SendMessages | ReadMessageHistory },
            { for: server.createRole({ name: 'Organiser' }), allow: ViewChannel },
          ],
        });
      },
    });
    const own = guild.channel('our-team');
    await adopt(db, guild.id, 'channel:organisers', own.id, {}, now());
    await attempt(effect);
    expect(guild.owner.reads(own)).toHaveLength(1);
    expect(guild.owner.reads(guild.channel('organisers'))).toEqual([]);
  });

  test('by the names they see in their settings', async () => {
    const { guild, attempt, db, now } = await aServer({
      prepare: server => {
        server.systemChannelId = aPrivateChannel(server).id;
        server.createRole({ name: 'Best *of* @everyone' });
      },
    });
    const role = guild.role('Best *of* @everyone');
    const own = guild.role('Cairn');
    const high: OrganiserProblem = { kind: 'role-too-high', roleId: role.id, botRoleId: own.id };
    await raise(db, guild.id, high, now());
    await attempt({ kind: 'tell-organisers', guildId: guild.id, problem: high });
    const [shown] = guild.owner.reads(guild.channel('organisers'));
    expect(shown?.text).toContain('drag **Cairn** above **Best \\*of\\* @\u200beveryone**');
  });

  test('once, though the answer was lost and the nonce forgotten', async () => {
    const { guild, discord, attempt, effect } = await aServerInTrouble(inPrivate('systemChannelId'));
    discord.faults.next({ route: /messages$/, method: 'POST', answer: 'drop-after-effect' });
    expect(await attempt(effect)).toMatchObject({ kind: 'transient' });
    discord.clock.advance({ hours: 2 });
    expect(await attempt(effect, 2)).toMatchObject({ kind: 'delivered' });
    expect(guild.owner.reads(guild.channel('organisers'))).toHaveLength(1);
  });
});

describe('nothing is posted', () => {
  test('where members would read it: the notice waits for an organiser’s next command', async () => {
    const { guild, db, attempt, effect, asked } = await aServerInTrouble({
      prepare: server => {
        server.systemChannelId = server.channel('general').id;
      },
    });
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
    expect(await untold(db, guild.id)).toEqual([problem]);
    expect(asked()).toEqual([]);
  });

  test.each<[string, (server: Guild) => { for: { id: string }; allow: bigint }]>([
    ['a role that anybody may have', server => ({ for: server.createRole({ name: 'Verified' }), allow: ViewChannel })],
    ['a member by name', server => ({ for: server.join({ name: 'bob' }), allow: ViewChannel })],
  ])('where %s is let in', async (_, letIn) => {
    const { guild, db, attempt, effect, asked } = await aServerInTrouble({
      prepare: server => {
        const staff = aPrivateChannel(server);
        server.changeChannel(staff, {
          overwrites: [
            { for: server.everyone, deny: ViewChannel },
            { for: server.role('Cairn'), allow: ViewChannel | SendMessages | ReadMessageHistory },
            letIn(server),
          ],
        });
        server.systemChannelId = staff.id;
      },
    });
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
    expect(await untold(db, guild.id)).toEqual([problem]);
    expect(asked()).toEqual([]);
  });

  test('in the community’s own channel once everybody sees it', async () => {
    const { guild, db, attempt, effect, now } = await aServerInTrouble();
    await adopt(db, guild.id, 'channel:organisers', guild.channel('general').id, {}, now());
    await attempt(effect);
    expect(guild.owner.reads(guild.channel('general'))).toEqual([]);
    expect(await untold(db, guild.id)).toEqual([problem]);
  });

  test('where there is no such channel, or the bot cannot write to it', async () => {
    const { guild, db, attempt, effect, asked } = await aServerInTrouble({
      permissions: invitePermissions & ~SendMessages,
      prepare: server => {
        const overwrites = [{ for: server.everyone, deny: ViewChannel }];
        server.systemChannelId = server.createChannel({ name: 'staff', overwrites }).id;
      },
    });
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
    expect(await untold(db, guild.id)).toEqual([problem]);
    expect(asked()).toEqual([]);
  });

  test('when the channel refuses it all the same', async () => {
    const { guild, db, discord, attempt, effect } = await aServerInTrouble(inPrivate('systemChannelId'));
    const answer = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };
    discord.faults.next({ route: /messages$/, method: 'POST', answer });
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
    expect(await untold(db, guild.id)).toEqual([problem]);
  });

  test('when an organiser was told at a command meanwhile', async () => {
    const { guild, db, now, attempt, effect, asked } = await aServerInTrouble(inPrivate('systemChannelId'));
    await markTold(db, guild.id, [problem], now());
    expect(await attempt(effect)).toEqual({ kind: 'delivered' });
    expect(asked()).toEqual([]);
  });
});

test('a channel made private later is found', async () => {
  const { guild, attempt, effect, hears } = await aServerInTrouble();
  await hears(Events.GuildUpdate, () => {
    guild.systemChannelId = aPrivateChannel(guild).id;
  });
  expect(await attempt(effect)).toMatchObject({ kind: 'delivered', reference: expect.any(String) });
});
