/** Organisers have newcomers asked which path they are on, in the server's own onboarding. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { aSmallCommunity, setsUp } from '../support/setting-up.ts';
import { story, type World } from '../support/world.ts';

const options = { environment: { DATA_DIR: await aSmallCommunity() } };

/** As Discord wants it: seven channels for everybody. */
function asksNewcomers({ guild }: World, prompts: Parameters<typeof guild.askNewcomers>[0]) {
  const channels = Array.from({ length: 7 }, (_, at) => guild.createChannel({ name: `hall-${at}` }));
  guild.askNewcomers(prompts, channels);
}

describe('the question about paths', () => {
  story(
    'takes Manage Server, is added beside the questions of others, and leads to the role; a second time changes nothing',
    async world => {
      const { discord, guild, application } = world;
      guild.setFeature('COMMUNITY', true);
      const gamer = guild.createRole({ name: 'Gamer' });
      asksNewcomers(world, [{ title: 'What do you play?', options: [{ title: 'Chess', roles: [gamer] }] }]);
      const early = await guild.owner.clicks('Ask newcomers …', await guild.owner.runs('/admin setup'));
      expect(early.text).toContain('The roles come first');
      await setsUp(world);

      const lacking = await guild.owner.clicks('Ask newcomers …', await guild.owner.runs('/admin setup'));
      expect(lacking.text).toContain('Server Settings → Roles → **Cairn** → Permissions: switch on **Manage Server**.');
      const cairn = guild.role(application.name);
      guild.changeRole(cairn, {
        permissions: guild.permissionsOf({ id: application.botUserId }) | PermissionFlagsBits.ManageGuild,
      });
      const ready = await guild.owner.clicks('Look again', lacking);
      expect(ready.text).toContain('**Which path are you on?**\n- Learner');
      const puts = () =>
        discord.requests.filter(({ method, route }) => method === 'PUT' && /onboarding/.test(route)).length;
      expect(puts()).toBe(0);
      await guild.owner.clicks('Add the question', ready);
      await discord.until(() => guild.owner.sees().some(({ text }) => text.includes('Newcomers are asked')));

      const ada = guild.join({ name: 'ada' });
      ada.answersOnboarding({ 'What do you play?': ['Chess'], 'Which path are you on?': ['Learner'] });
      expect([ada.has('Gamer'), ada.has('Learner'), ada.has('Group')]).toEqual([true, true, false]);
      expect(puts()).toBe(1);
      const again = await guild.owner.runs('/admin setup');
      expect(again.text).toContain('Nothing to do');
      await guild.owner.clicks('Add the question', await guild.owner.clicks('Ask newcomers …', again));
      await discord.until(
        () => guild.owner.sees().filter(({ text }) => text.includes('Newcomers are asked')).length > 1,
      );
      expect(puts()).toBe(1);
    },
    options,
  );

  story(
    'is not offered where the server has no onboarding, and is asked once though Discord’s answer is lost',
    async world => {
      const { discord, guild } = world;
      const plan = await guild.owner.runs('/admin setup');
      expect(plan.buttons.map(({ label }) => label)).not.toContain('Ask newcomers …');
      await setsUp(world, plan);
      guild.setFeature('COMMUNITY', true);
      asksNewcomers(world, []);
      discord.faults.next({ route: /onboarding/, method: 'PUT', answer: { status: 502, afterEffect: true } });
      const panel = await guild.owner.clicks('Ask newcomers …', await guild.owner.runs('/admin setup'));
      await guild.owner.clicks('Add the question', panel);
      await discord.until(() => guild.owner.sees().some(({ text }) => text.includes('Newcomers are asked')));
      const asked = discord.requests.findLast(({ method, route }) => method === 'GET' && /onboarding/.test(route));
      expect(asked?.answer).toMatchObject({ prompts: [{ title: 'Which path are you on?' }] });
    },
    { ...options, permissions: PermissionFlagsBits.Administrator },
  );
});
