/** Roles follow what members do: with a path comes its role, and with the role its channel. */
import { describe, expect } from 'vitest';
import type { Member } from '../../playground/discord/index.ts';
import { setsUp } from '../support/setting-up.ts';
import { story, type World } from '../support/world.ts';

const sees = ({ guild }: World, member: Member) => guild.channelsVisibleTo(member).map(({ name }) => name);

/** So much later; what is due by then is looked at. */
function later({ discord, app }: World, duration: Temporal.DurationLike): void {
  discord.clock.advance(duration);
  app.wake();
}

describe('a path', () => {
  story('opens its channel, says so, and closes it when it is left', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const channel = guild.channel('new-grads');
    const ada = member('ada');
    const chosen = await ada.runs('/path choose', { path: 'new-graduate' });
    expect(chosen.text).toContain(`Opens to you: <#${channel.id}>`);
    await discord.until(() => ada.has('New Graduate'));
    expect(sees(world, ada)).toContain('new-grads');

    const again = await ada.runs('/path choose', { path: 'new-graduate-6-weeks' });
    expect(again.text).not.toContain('Opens to you');
    expect((await ada.runs('/path leave', { path: 'new-graduate' })).text).not.toContain('closes');
    await discord.idle();
    expect(ada.has('New Graduate')).toBe(true);

    const left = await ada.runs('/path leave', { path: 'new-graduate-6-weeks' });
    expect(left.text).toContain('With its role, a channel closes to you.');
    await discord.until(() => !ada.has('New Graduate'));
    expect(sees(world, ada)).not.toContain('new-grads');
  });

  story('chosen where nothing is set up opens nothing and says nothing of it', async ({ discord, guild, member }) => {
    const ada = member('ada');
    expect((await ada.runs('/path choose', { path: 'manager' })).text).not.toContain('Opens');
    await discord.idle();
    expect(guild.roles.map(({ name }) => name)).not.toContain('Manager');
  });

  story('chosen before the setup brings its role once that is done', async world => {
    const { discord, member } = world;
    const [ada, ben] = [member('ada'), member('ben')];
    await ada.runs('/path choose', { path: 'manager' });
    await ben.runs('/path choose', { path: 'architect' });
    await setsUp(world);
    later(world, { minutes: 2 });
    await discord.until(() => ada.has('Manager') && ben.has('Architect'));
  });
});

describe('drift', () => {
  story('of somebody who changed something lately is healed within a quarter of an hour', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => ada.has('New Graduate'));
    ada.loses(guild.role('New Graduate'));
    later(world, { minutes: 15 });
    await discord.until(() => ada.has('New Graduate'));
  });

  story('of anybody else is healed in the night, and what others gave is left alone', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    await discord.until(() => ada.has('New Graduate'));
    later(world, { hours: 48 });
    await discord.idle();
    ada.loses(guild.role('New Graduate'));
    ada.gets(guild.role('Mentor'));
    later(world, { hours: 24 });
    await discord.until(() => ada.has('New Graduate'));
    expect(ada.has('Mentor')).toBe(true);
  });
});

describe('a role that was picked', () => {
  story('is a wish: the next command enrols, and leaving takes the role', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const ada = member('ada');
    ada.gets(guild.role('Architect'));
    await ada.runs('/path list');
    const note = await discord.until(() => ada.sees().find(({ text }) => text.includes('You picked its role')));
    expect(note.ephemeral).toBe(true);
    expect((await ada.runs('/progress show')).text).toContain('Architect');
    expect(ada.has('Architect')).toBe(true);
    discord.clock.advance({ minutes: 5 });
    await ada.clicks('Leave', note);
    await discord.until(() => !ada.has('Architect'));
    await ada.runs('/help');
    await discord.idle();
    // The note itself has become the answer to Leave.
    expect(ada.sees().filter(({ text }) => text.includes('You picked its role'))).toEqual([]);
    expect((await ada.runs('/progress show')).text).not.toContain('Architect');
  });

  story('where several paths fit is asked about, once, and stays till then', async world => {
    const { discord, guild, member } = world;
    await setsUp(world);
    const ada = member('ada');
    ada.gets(guild.role('Topic Explorer'));
    await ada.runs('/help');
    const question = await discord.until(() => ada.sees().find(({ text }) => text.includes('Which path')));
    await ada.runs('/path list');
    await discord.idle();
    expect(ada.sees().filter(({ text }) => text.includes('Which path'))).toHaveLength(1);
    expect((await ada.picks('consistency', question)).text).toContain('Welcome to');
    await discord.idle();
    expect(ada.has('Topic Explorer')).toBe(true);
  });
});
