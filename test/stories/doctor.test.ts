/** What goes wrong on a server afterwards: found, told once with the exact repair, and looked at again. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { aSmallCommunity, setsUp } from '../support/setting-up.ts';
import { story } from '../support/world.ts';

const { ViewChannel, SendMessages, ReadMessageHistory, BanMembers } = PermissionFlagsBits;
const options = { environment: { DATA_DIR: await aSmallCommunity() } };

describe('/admin doctor', () => {
  story(
    'finds what was broken by hand, says exactly how to repair it, and sees the repair',
    async world => {
      const { guild } = world;
      const unplanned = await guild.owner.runs('/admin doctor');
      expect(unplanned.text).toContain('asks for 5 things that this server does not have yet');
      await setsUp(world);
      expect((await guild.owner.runs('/admin doctor')).text).toContain('## 🩺 Everything is fine');

      const learner = guild.role('Learner');
      guild.changeRole(learner, { position: 9, permissions: BanMembers });
      guild.deleteChannel(guild.channel('talk'));
      const ill = await guild.owner.runs('/admin doctor');
      expect(ill.text).toContain('## 🩺 3 things to repair');
      expect(ill.text).toContain('Server Settings → Roles: drag **Cairn** above **Learner**.');
      expect(ill.text).toContain('Server Settings → Roles → **Learner** → Permissions: switch off what manages');
      expect(ill.text).toContain('The channel talk was deleted.');
      expect(ill.text).toContain('✅ permissions · intents · database · schedule · clock');

      guild.changeRole(learner, { position: 1, permissions: 0n });
      const better = await guild.owner.clicks('Check again', ill);
      expect(better).toMatchObject({ kind: 'update' });
      expect(better.text).toContain('## 🩺 1 thing to repair');
    },
    options,
  );

  story(
    'runs by itself after a change, and tells the organisers once',
    async world => {
      const { discord, guild, application } = world;
      const organisers = guild.createChannel({
        name: 'team',
        overwrites: [
          { for: guild.everyone, deny: ViewChannel },
          { for: { id: application.botUserId }, allow: ViewChannel | SendMessages | ReadMessageHistory },
        ],
      });
      guild.publicUpdatesChannelId = organisers.id;
      await setsUp(world);
      guild.changeRole(guild.role('Learner'), { position: 9 });
      const told = () => guild.owner.reads(organisers).filter(({ text }) => text.includes('above **Learner**'));
      await discord.until(() => told().length > 0);
      guild.changeRole(guild.role('Learner'), { color: 0x123456 });
      await guild.owner.runs('/admin doctor');
      await discord.idle();
      expect(told()).toHaveLength(1);
    },
    options,
  );

  story(
    'says when the clock is wrong',
    async ({ guild }) => {
      // Its first answer tells Discord's time.
      await guild.owner.runs('/admin doctor');
      expect((await guild.owner.runs('/admin doctor')).text).toMatch(/My clock is \d+ s behind Discord’s/);
    },
    { ...options, skew: 60 },
  );
});
