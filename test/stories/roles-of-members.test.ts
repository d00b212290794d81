/** Members who can't have their roles yet, and members who went and came back: nothing is lost (rules 39, 40). */
import { describe, expect, test } from 'vitest';
import { setsUp } from '../support/setting-up.ts';
import { aWorld, story } from '../support/world.ts';

const members = 1 << 1;

describe('whoever can’t have a role yet', () => {
  story('gets it with the next command after the rules are accepted', async world => {
    const { discord, guild } = world;
    await setsUp(world);
    const ada = guild.join({ name: 'ada', pending: true });
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.idle();
    expect(ada.has('New Graduate')).toBe(false);
    ada.becomes({ pending: false });
    await ada.runs('/help');
    await discord.until(() => ada.has('New Graduate'));
  });

  story('gets it when the timeout ends', async world => {
    const { discord, guild, app } = world;
    await setsUp(world);
    const ada = guild.join({ name: 'ada' });
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => ada.has('New Graduate'));
    ada.loses(guild.role('New Graduate'));
    ada.becomes({ timedOutUntil: discord.clock.now().add({ hours: 2 }) });
    discord.clock.advance({ minutes: 15 });
    app.wake();
    await discord.idle();
    expect(ada.has('New Graduate')).toBe(false);
    discord.clock.advance({ hours: 2 });
    app.wake();
    await discord.until(() => ada.has('New Graduate'));
  });
});

describe('whoever left', () => {
  story('costs nothing, and has the path’s role again with the first command after coming back', async world => {
    const { discord, guild, app } = world;
    await setsUp(world);
    const ada = guild.join({ name: 'ada' });
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => ada.has('New Graduate'));
    ada.leaves();
    discord.clock.advance({ hours: 24 });
    app.wake();
    await discord.idle();
    expect(discord.invalidRequests).toBe(0);

    const again = guild.join(ada);
    expect(again.has('New Graduate')).toBe(false);
    expect((await again.runs('/progress show')).text).toContain('New Graduate');
    await discord.until(() => again.has('New Graduate'));
  });
});

describe('with MEMBER_SYNC', () => {
  async function anAttentiveWorld(privilegedIntents: number) {
    const world = await aWorld({ environment: { MEMBER_SYNC: '1' }, privilegedIntents });
    await setsUp(world);
    return world;
  }

  test('who comes back, accepts the rules or picks a role is seen at once', async () => {
    const world = await anAttentiveWorld(members);
    try {
      const { discord, guild } = world;
      const ada = guild.join({ name: 'ada' });
      await ada.runs('/path choose', { path: 'new-graduate' });
      await discord.until(() => ada.has('New Graduate'));
      ada.leaves();
      const again = guild.join(ada);
      await discord.until(() => again.has('New Graduate'));

      again.loses(guild.role('New Graduate'));
      await discord.until(() => again.has('New Graduate'));

      const ben = guild.join({ name: 'ben', pending: true });
      await ben.runs('/path choose', { path: 'manager' });
      await discord.idle();
      expect(ben.has('Manager')).toBe(false);
      ben.becomes({ pending: false });
      await discord.until(() => ben.has('Manager'));

      const cleo = guild.join({ name: 'cleo' });
      cleo.gets(guild.role('Architect'));
      await discord.idle();
      expect((await cleo.runs('/progress show')).text).toContain('System Architect');
    } finally {
      await world.close();
    }
  });

  test('refused by Discord the bot connects without it, and the doctor says so', async () => {
    const world = await anAttentiveWorld(0);
    try {
      const { discord, guild } = world;
      const ada = guild.join({ name: 'ada' });
      await ada.runs('/path choose', { path: 'new-graduate' });
      await discord.until(() => ada.has('New Graduate'));
      expect((await guild.owner.runs('/admin doctor')).text).toMatch(/Server Members Intent/i);
    } finally {
      await world.close();
    }
  });
});
