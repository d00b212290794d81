import { describe, expect } from 'vitest';
import { announced, confirms, earns } from '../support/certified.ts';
import { story } from '../support/world.ts';

const title = 'Distributed Systems Foundation';

describe('a whole level path', () => {
  story(
    'Ada walks it to the end, earns the certificate and its role, and announces it once',
    async ({ discord, guild, member }) => {
      const ada = member('ada');
      const earned = await earns(ada, 'level-beginner');
      expect(earned.text).toContain(title);
      expect(earned.text).toContain('Path complete!');
      await discord.until(() => ada.has(title));
      expect(guild.role(title)).toMatchObject({ permissions: 0n, managed: false });

      await ada.clicks('Get it', earned);
      const got = await confirms(ada);
      expect((await ada.clicks('Announce it', got)).text).toContain('On its way');
      const announcement = await announced(discord, guild);
      expect(announcement.text).toContain(title);
      expect(announcement.pings).toEqual([ada.id]);

      const again = await ada.runs('/certificate show');
      expect(again.text).toContain(`**${title}**`);
      expect(again.text).toContain('You have its role');
      expect(again.buttons.map(({ label }) => label)).not.toContain('Announce it');
      const about = await member('ben').clicks('What is this?', announcement);
      expect(about).toMatchObject({ kind: 'message', ephemeral: true });
      await discord.idle();
      await announced(discord, guild);
    },
  );

  story('Undoing an item afterwards takes neither certificate nor role', async ({ discord, member }) => {
    const ada = member('ada');
    await earns(ada, 'level-leader');
    await discord.until(() => ada.has('Distributed Systems Leader'));
    const undone = await ada.runs('/progress undo', { item: 'law-7' });
    expect(undone.text).toContain('You keep the certificate **Distributed Systems Leader**');
    expect((await ada.runs('/certificate show')).text).toContain('Distributed Systems Leader');
    expect(ada.has('Distributed Systems Leader')).toBe(true);
  });

  story(
    'Ada leaves the server, comes back, and has her role again with her next command',
    async ({ discord, guild, member }) => {
      const ada = member('ada');
      await earns(ada, 'level-leader');
      await discord.until(() => ada.has('Distributed Systems Leader'));
      ada.leaves();
      // The clock says when somebody joined: not in the same millisecond.
      discord.clock.advance({ seconds: 1 });
      const again = guild.join(ada);
      expect(again.has('Distributed Systems Leader')).toBe(false);
      await again.runs('/progress show');
      await discord.until(() => again.has('Distributed Systems Leader'));
    },
  );

  story('A second member gets the same role: it is made once', async ({ discord, guild, member }) => {
    for (const name of ['ada', 'ben']) {
      const learner = member(name);
      await earns(learner, 'level-leader');
      await discord.until(() => learner.has('Distributed Systems Leader'));
    }
    expect(guild.roles.filter(role => role.name === 'Distributed Systems Leader')).toHaveLength(1);
  });

  story(
    'Without Manage Roles Ada keeps her certificate and hears nothing technical; the owner hears what to repair',
    async ({ discord, guild, member }) => {
      const ada = member('ada');
      const earned = await earns(ada, 'level-leader');
      expect(earned.text).not.toMatch(/permission|hierarchy|Manage Roles/i);
      let standing = await ada.runs('/certificate show');
      while (!standing.text.includes('waiting for the organisers')) standing = await ada.runs('/certificate show');
      // No channel only organisers can read, so the owner is told beside the answer to the next command.
      await guild.owner.runs('/help');
      const told = await discord.until(() => guild.owner.sees().find(shown => shown.text.includes('Manage Roles')));
      expect(told.ephemeral).toBe(true);
    },
    { permissions: 1024n | 2048n },
  );
});
