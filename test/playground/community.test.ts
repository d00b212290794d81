/** The playground's community comes alive: the bot itself sets the server up, as its owner asks it to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { comeAlive, placeBot, settleCommunity } from '../../playground/community.ts';
import { type Guild, type LocalDiscord, startDiscord } from '../../playground/discord/index.ts';
import { type App, startApp } from '../../src/app.ts';
import { invitePermissions } from '../../src/discord/invite.ts';
import { createLog } from '../../src/log.ts';
import { aSmallCommunity } from '../support/setting-up.ts';
import { settings } from '../support/world.ts';

let folder: string;
let discord: LocalDiscord;
let guild: Guild;
let token: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-community-'));
  discord = await startDiscord({ gateway: { identifyEvery: 0 } });
  guild = settleCommunity(discord);
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, invitePermissions);
  placeBot(guild);
  token = application.token;
});
afterEach(async () => {
  await discord.close();
  await rm(folder, { recursive: true });
});

async function startCairn(environment: Readonly<Record<string, string>> = {}): Promise<App> {
  const own = {
    DISCORD_TOKEN: token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: `file:${join(folder, 'cairn.sqlite')}`,
  };
  const app = await startApp({
    config: settings({ ...own, ...environment }),
    log: createLog({ level: 'silent' }),
    now: () => discord.clock.now(),
    onFatal: error => {
      throw error;
    },
  });
  await app.ready;
  return app;
}

const seenBy = (name: string) => guild.channelsVisibleTo(guild.member(name)).map(channel => channel.name);

describe('the community', () => {
  test('opens a channel to whoever chooses a path, with somebody in it, and the groups have members and hosts', async () => {
    const cairn = await startCairn();
    await comeAlive(discord, guild);
    const ada = guild.member('ada');
    expect(seenBy('ada')).not.toContain('levels');
    const startHere = guild.channel('start-here');
    // Without it Discord's own client lets nobody type a command.
    expect(guild.permissionsOf(ada, startHere) & PermissionFlagsBits.SendMessages).not.toBe(0n);
    await ada.runs('/path choose', { path: 'level-leader' }, { in: startHere });
    await discord.until(() => ada.has('Level Climber'));
    expect(seenBy('ada')).toContain('levels');
    expect(ada.reads(guild.channel('levels')).map(({ text }) => text.slice(0, 21))).toEqual(['Welcome to the climb!']);
    await discord.until(() => guild.member('yuki').has('Topic Explorer'));
    const groups = await ada.runs('/group list', {}, { in: startHere });
    for (const [group, members] of Object.entries({
      'New Graduates': 4,
      'Senior Engineers': 4,
      Managers: 3,
      Architects: 3,
    }))
      expect(groups.text).toMatch(new RegExp(`\\*\\*${group}\\*\\*[^*]*${members} members`));
    expect((await ada.runs('/group show', { group: 'architects' }, { in: startHere })).text).toContain(
      guild.member('ngugi').id,
    );
    await cairn.close();
  });

  test('has organisers and mentors in rooms of their own, and nothing left to set up or to repair', async () => {
    const cairn = await startCairn();
    await comeAlive(discord, guild);
    expect(['tomas', 'marguerite'].every(name => guild.member(name).has('Organiser'))).toBe(true);
    expect(['ngugi', 'zoe'].every(name => guild.member(name).has('Mentor'))).toBe(true);
    const rooms = ['mentors', 'organisers'];
    expect(rooms.map(room => ['ada', 'zoe', 'tomas'].filter(name => seenBy(name).includes(room)))).toEqual([
      ['zoe', 'tomas'],
      ['tomas'],
    ]);
    const where = { in: guild.channel('organisers') };
    expect((await guild.member('tomas').runs('/admin setup', {}, where)).text).toContain('Nothing to do');
    expect((await guild.member('tomas').runs('/admin doctor', {}, where)).text).toContain('Everything is fine');
    await cairn.close();
  });

  test('is finished by the next start where the first was cut off, and nothing is there twice', async () => {
    const first = await startCairn();
    const underWay = discord.nextRequest(({ status }) => status === 502);
    discord.faults.next({ route: /guilds\/:guild\/channels$/, method: 'POST', answer: { status: 502 } });
    void comeAlive(discord, guild);
    await underWay;
    await first.close();
    expect(guild.channels.map(({ name }) => name)).toEqual(['general']);
    expect(guild.roles.map(({ name }) => name)).toContain('Level Climber');

    // By then it is known that what Discord answered so did not happen.
    discord.clock.advance({ seconds: 20 });
    const second = await startCairn();
    await comeAlive(discord, guild);
    await comeAlive(discord, guild);
    const names = [...guild.roles, ...guild.channels].map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(guild.owner.reads(guild.channel('start-here'))).toHaveLength(1);
    expect((await guild.owner.runs('/admin setup')).text).toContain('Nothing to do');
    await second.close();
  });

  test('is welcomed in the room there is, where the community file has no other', async () => {
    const cairn = await startCairn({ DATA_DIR: await aSmallCommunity() });
    await comeAlive(discord, guild);
    expect(seenBy('ada')).toEqual(expect.arrayContaining(['general', 'news']));
    const [welcome] = guild.member('ada').reads(guild.channel('general'));
    expect(welcome?.text).toContain('Welcome to the playground');
    await cairn.close();
  });
});
