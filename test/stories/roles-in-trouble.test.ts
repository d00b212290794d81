/** Roles that can't be given: the organisers hear exactly what to do, and everything goes on once they have done it. */
import { describe, expect } from 'vitest';
import { startApp } from '../../src/app.ts';
import { createLog } from '../../src/log.ts';
import { setsUp } from '../support/setting-up.ts';
import { settings, story, type World } from '../support/world.ts';

const gives = ({ discord }: World) =>
  discord.requests.filter(({ method, route }) => method === 'PUT' && route.includes('/members/:member/roles/'));

const toldOf = ({ discord, guild }: World, words: string) =>
  discord.until(() => guild.owner.sees().find(({ text }) => text.includes(words)));

describe('a path’s role', () => {
  story('above the bot is not asked for; dragged below it is given', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const ada = member('ada');
    const role = guild.role('New Graduate');
    guild.changeRole(role, { position: guild.role('Cairn').position + 1 });
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.idle();
    expect(gives(world)).toEqual([]);
    await guild.owner.runs('/help');
    await toldOf(world, 'drag **Cairn** above **New Graduate**');
    guild.changeRole(role, { position: 1 });
    await discord.until(() => ada.has('New Graduate'));
    expect(discord.invalidRequests).toBe(0);
  });

  story('deleted by hand stays deleted, the path goes on, and the setup brings it back to everybody', async world => {
    const { discord, guild, member, app } = world;
    await setsUp(world);
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => ada.has('New Graduate'));
    guild.deleteRole(guild.role('New Graduate'));
    await guild.owner.runs('/help');
    await toldOf(world, 'The role New Graduate was deleted.');
    const ben = member('ben');
    expect((await ben.runs('/path choose', { path: 'new-graduate' })).text).not.toContain('Opens to you');
    discord.clock.advance({ minutes: 20 });
    app.wake();
    await discord.idle();
    expect(guild.roles.map(({ name }) => name)).not.toContain('New Graduate');

    const plan = await guild.owner.runs('/admin setup');
    await setsUp(world, await guild.owner.picks('Role New Graduate', plan));
    discord.clock.advance({ minutes: 2 });
    app.wake();
    await discord.until(() => ada.has('New Graduate') && ben.has('New Graduate'));
  });

  story('without Manage Roles waits, and comes when the permission is back', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const own = guild.role('Cairn');
    const { permissions } = own;
    guild.changeRole(own, { permissions: permissions & ~(1n << 28n) });
    const ada = member('ada');
    const chosen = await ada.runs('/path choose', { path: 'new-graduate' });
    expect(chosen.text).not.toMatch(/permission|Manage Roles/i);
    await discord.idle();
    expect(ada.has('New Graduate')).toBe(false);
    guild.changeRole(own, { permissions });
    await discord.until(() => ada.has('New Graduate'));
    expect(discord.invalidRequests).toBeLessThanOrEqual(1);
  });
});

describe('two processes', () => {
  story('make each pass once, and give each role once', async world => {
    const { discord, guild, member, application, file } = world;
    await setsUp(world);
    const learners = ['ada', 'ben', 'cleo'].map(name => member(name));
    for (const learner of learners) await learner.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => learners.every(learner => learner.has('New Graduate')));
    await discord.idle();
    const second = await startApp({
      config: settings({
        DISCORD_TOKEN: application.token,
        DISCORD_API_URL: discord.url,
        DATABASE_URL: `file:${file}`,
      }),
      log: createLog({ level: 'silent' }),
      now: () => discord.clock.now(),
      onFatal: error => {
        throw error;
      },
    });
    try {
      await second.ready;
      for (const learner of learners) learner.loses(guild.role('New Graduate'));
      const before = gives(world).length;
      discord.clock.advance({ minutes: 15 });
      world.app.wake();
      second.wake();
      await discord.until(() => learners.every(learner => learner.has('New Graduate')));
      await discord.idle();
      expect(gives(world)).toHaveLength(before + learners.length);
    } finally {
      await second.close();
    }
  });
});
