/** What people do to the server by hand stays as they made it, and what organisers decide is on record. */
import { describe, expect } from 'vitest';
import { aSmallCommunity, setsUp, theWrites } from '../support/setting-up.ts';
import { story } from '../support/world.ts';

const blue = { DATA_DIR: await aSmallCommunity('#0c8af4') };
const violet = { DATA_DIR: await aSmallCommunity('#9e64ee') };
const options = { environment: { DATA_DIR: await aSmallCommunity() } };

describe('after /admin setup', () => {
  story(
    'what was renamed stays renamed; what was deleted is told, and made again only if that is picked',
    async world => {
      const { discord, guild } = world;
      await setsUp(world);
      guild.changeRole(guild.role('Learner'), { name: 'Rookie' });
      guild.deleteChannel(guild.channel('talk'));
      const before = theWrites(world).length;
      const plan = await guild.owner.runs('/admin setup');
      expect(plan.text).toContain('Changed by hand, and stays so: Rookie (name)');
      expect(plan.text).toContain('**Deleted by hand, and stays so** · 1\n#talk');
      expect(plan.buttons.map(({ label }) => label).filter(label => label.startsWith('Apply'))).toEqual([]);
      await discord.idle();
      expect(theWrites(world)).toHaveLength(before);

      const again = await guild.owner.picks('#talk', plan, 'Make again what was deleted …');
      const both = await guild.owner.picks('Role Rookie', again, 'Put back as the file says …');
      await setsUp(world, both);
      expect(guild.channel('talk').parentId).toBe(guild.channel('First').id);
      expect(guild.role('Learner').name).toBe('Learner');
      expect((await guild.owner.runs('/admin setup')).text).toContain('Nothing to do');
    },
    options,
  );

  story(
    'the log says who approved it, what was made, and what was changed from what to what',
    async world => {
      const { guild } = world;
      const plan = await guild.owner.runs('/admin setup');
      await setsUp(world, await guild.owner.clicks('Pings: organisers only', plan));
      expect(guild.role('Group').json.mentionable).toBe(true);
      const log = await guild.owner.runs('/admin log');
      expect(log).toMatchObject({ ephemeral: true });
      expect(log.text).toContain(`<@${guild.owner.id}> had the role **Learner** made`);
      expect(log.text).toContain('whether everybody may ping the study groups’ roles\nno → yes');
      expect(log.text).toContain('approved a plan and had the server set up\n- create: 5');

      guild.changeRole(guild.role('Learner'), { name: 'Rookie' });
      const restored = await guild.owner.picks('Role Rookie', await guild.owner.runs('/admin setup'));
      await setsUp(world, restored);
      const latest = await guild.owner.runs('/admin log');
      expect(latest.text).toContain('had the role **Rookie** changed\n- name: Rookie → Learner');
    },
    options,
  );

  story(
    'it stops where the server changed under its hands, says so, and shows what remains',
    async world => {
      const { discord, guild } = world;
      await setsUp(world);
      const learner = guild.role('Learner');
      guild.changeRole(learner, { name: 'Rookie' });
      const plan = await guild.owner.picks('Role Rookie', await guild.owner.runs('/admin setup'));
      // While Discord is unwell, somebody goes on changing the same role.
      const patch = { route: /roles\/:role$/, method: 'PATCH' } as const;
      discord.faults.next({ ...patch, answer: { status: 502 } });
      const failed = discord.nextRequest(({ method, status }) => method === 'PATCH' && status === 502);
      const stopped = setsUp(world, plan, 'I stopped half-way');
      await failed;
      guild.changeRole(learner, { color: 0x123456 });
      const shown = await stopped;
      expect(shown.text).toContain('The server changed while I was at it');
      const remains = await guild.owner.clicks('See what remains', shown);
      expect(remains.text).toContain('Changed by hand, and stays so: Rookie (name, colour)');
      expect(guild.role(learner.id)).toMatchObject({ name: 'Rookie', color: 0x123456 });
    },
    options,
  );

  story(
    'what the file changes is changed, each time anew, and by that alone',
    async world => {
      const { guild } = world;
      await setsUp(world);
      guild.changeRole(guild.role('Learner'), { hoist: true });
      for (const [environment, colour] of [
        [blue, 0x0c8af4],
        [violet, 0x9e64ee],
      ] as const) {
        await world.restarts(environment);
        const plan = await guild.owner.runs('/admin setup');
        expect(plan.text).toContain(`**Changed** · 1\n- Learner · colour: #${colour.toString(16).padStart(6, '0')}`);
        await setsUp(world, plan);
        expect(guild.role('Learner')).toMatchObject({ color: colour, json: { hoist: true } });
      }
    },
    options,
  );

  story(
    'members are offered none of it, and whoever presses twice or beside another sets it up once',
    async world => {
      const { guild, member } = world;
      expect(
        member('ada')
          .commands()
          .filter(({ command }) => command.name === 'admin'),
      ).toEqual([]);
      const first = await guild.owner.runs('/admin setup');
      const second = await guild.owner.runs('/admin setup');
      const { label } = first.buttons[0] ?? { label: '' };
      await Promise.all([guild.owner.clicks(label, first), guild.owner.clicks(label, second)]);
      await world.discord.until(() => guild.owner.sees().some(({ text }) => text.includes('The server is set up')));
      expect(guild.roles.filter(({ name }) => name === 'Learner')).toHaveLength(1);
      expect((await guild.owner.runs('/admin jobs')).text.match(/Setting the server up/g)).toHaveLength(1);
    },
    options,
  );
});
