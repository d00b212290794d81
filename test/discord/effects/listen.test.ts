import { Events } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listenForRepairs } from '../../../src/discord/effects/listen.ts';
import type { OrganiserProblem } from '../../../src/domain/problem.ts';
import { adopt, findBinding } from '../../../src/store/bindings.ts';
import { aServer, type Server, type ServerOptions, title } from './a-server.ts';

/** Listens, and keeps what it was called with. */
async function aListeningServer(options: ServerOptions = {}) {
  const server = await aServer(options);
  const retried: string[] = [];
  const told: OrganiserProblem[] = [];
  let called = Promise.withResolvers<void>();
  const call = () => {
    called.resolve();
    called = Promise.withResolvers();
  };
  const stop = listenForRepairs({
    client: server.client,
    db: server.db,
    log: server.log,
    settling: 0,
    retryBlocked: async guildId => {
      retried.push(guildId);
      call();
    },
    tell: async (_, problem) => {
      told.push(problem);
      call();
    },
  });
  onTestFinished(stop);
  const until = async (happened: () => boolean) => {
    while (!happened()) await called.promise;
  };
  return { ...server, retried, told, stop, until };
}

const changes: readonly (readonly [string, (server: Server) => void])[] = [
  ['a role is changed', ({ guild }) => guild.changeRole(guild.role('Cairn'), { color: 1 })],
  ['the bot gets a role', ({ guild }) => guild.member('Cairn').gets(guild.createRole({ name: 'Helper' }))],
  ['a channel is changed', ({ guild }) => guild.changeChannel(guild.channel('general'), { topic: 'x' })],
  ['a channel is deleted', ({ guild }) => guild.deleteChannel(guild.channel('general'))],
  ['the connection is new', ({ discord }) => discord.gateway.invalidateSessions(false)],
];

describe('what waits for a repair is tried again', () => {
  test.each(changes)('when %s', async (_, change) => {
    const server = await aListeningServer();
    change(server);
    await server.until(() => server.retried.length > 0);
    expect(new Set(server.retried)).toEqual(new Set([server.guild.id]));
  });

  test('when the bot is invited again; its removal changes nothing', async () => {
    const { discord, guild, application, hears, retried, until } = await aListeningServer();
    await hears(Events.GuildDelete, () => discord.expel(application, guild));
    expect(retried).toEqual([]);
    discord.invite(application, guild, 0n);
    await until(() => retried.length > 0);
    expect(retried).toEqual([guild.id]);
  });

  test('when an outage ends; its beginning changes nothing', async () => {
    const { discord, guild, retried, until } = await aListeningServer({
      prepare: ({ id }, { gateway }) => gateway.withholdGuild(id),
    });
    expect(retried).toEqual([]);
    discord.gateway.releaseGuild(guild.id);
    await until(() => retried.length > 0);
    expect(retried).toEqual([guild.id]);
  });

  test('no more after it was stopped', async () => {
    const { guild, hears, stop, retried } = await aListeningServer();
    stop();
    await hears(Events.GuildRoleUpdate, () => guild.changeRole(guild.role('Cairn'), { color: 1 }));
    expect(retried).toEqual([]);
  });
});

describe('a deleted role', () => {
  test('of a certificate is noted and told at once', async () => {
    const { guild, db, attempt, grantTo, told, until } = await aListeningServer();
    await attempt(grantTo(guild.join({ name: 'ada' })));
    guild.deleteRole(guild.role(title));
    await until(() => told.length > 0);
    expect(told).toEqual([{ kind: 'role-deleted', roleKey: 'leader' }]);
    expect(await findBinding(db, guild.id, 'role:leader')).toMatchObject({ state: 'gone' });
  });

  test('of somebody else is nobody’s business', async () => {
    const { guild, told, retried, until } = await aListeningServer();
    const role = guild.createRole({ name: 'Helper' });
    guild.deleteRole(role);
    await until(() => retried.length > 0);
    expect(told).toEqual([]);
  });
});

test('a deleted channel of announcements is told, with what brings it back', async () => {
  const { guild, attempt, announcementOf, told, until } = await aListeningServer();
  await attempt(await announcementOf(guild.join({ name: 'ada' })));
  guild.deleteChannel(guild.channel('certificates'));
  await until(() => told.length > 0);
  expect(told).toEqual([{ kind: 'channel-deleted', binding: 'channel:certificates' }]);
});

test('a session’s thread that somebody deletes is noted, and nobody is bothered', async () => {
  const { client, db, guild, told, now, hears } = await aListeningServer();
  const name = 'thread:readers/2027-03-29T19:00';
  const ada = guild.join({ name: 'ada' });
  const thread = ada.opensThread({ name: 'Readers', in: guild.channel('general') });
  await adopt(db, guild.id, name, thread.id, {}, now());
  await client.channels.fetch(thread.id);
  await hears(Events.ThreadDelete, () => guild.deleteThread(thread));
  expect(await findBinding(db, guild.id, name)).toMatchObject({ state: 'gone' });
  expect(told).toEqual([]);
});
