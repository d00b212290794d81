/** What comes between a plan and its end: each is said, nothing is done twice, and running it again completes it. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { aSmallCommunity, setsUp, theWrites } from '../support/setting-up.ts';
import { story, type World } from '../support/world.ts';

const environment = { DATA_DIR: await aSmallCommunity() };
const options = { environment };
const writes = (world: World) => theWrites(world).length;
const named = ({ guild }: World, name: string) =>
  [...guild.roles, ...guild.channels].filter(one => one.name === name).length;
const everything = ['Learner', 'Group', 'First', 'talk', 'news'];

describe('/admin setup', () => {
  story(
    'applies exactly the plan that was shown: if the server changed meanwhile, it says so and shows the new plan',
    async world => {
      const { guild } = world;
      const plan = await guild.owner.runs('/admin setup');
      guild.createRole({ name: 'Learner' });
      const answer = await guild.owner.clicks('Apply all 5', plan);
      expect(answer.text).toContain('The server has changed meanwhile');
      expect(answer.text).toContain('Already there under that name');
      expect(writes(world)).toBe(0);
    },
    options,
  );

  story(
    'uses what is already there only if it is picked, and then neither renames it nor makes a second one',
    async world => {
      const { guild } = world;
      const role = guild.createRole({ name: 'learner', color: 0x111111 });
      const lounge = guild.createChannel({ name: 'talk' });
      let plan = await guild.owner.runs('/admin setup');
      expect(plan.text).toContain('New roles** · 2');
      plan = await guild.owner.picks(['Role learner', '#talk'], plan);
      expect(plan.text).toContain('Used as they are** · 2');
      await setsUp(world, plan);
      expect([named(world, 'Learner'), named(world, 'talk')]).toEqual([0, 1]);
      expect(guild.role(role.id)).toMatchObject({ name: 'learner', color: 0x111111 });
      const ada = guild.join({ name: 'ada' });
      expect(guild.channelsVisibleTo(ada).map(({ id }) => id)).not.toContain(lounge.id);
      ada.gets(role);
      expect(guild.channelsVisibleTo(ada).map(({ id }) => id)).toContain(lounge.id);
    },
    options,
  );

  story(
    'refuses a role that could do harm, with the reason, and one above its own until it is dragged',
    async world => {
      const { guild } = world;
      const role = guild.createRole({ name: 'Learner', permissions: PermissionFlagsBits.BanMembers });
      const plan = await guild.owner.runs('/admin setup');
      expect(plan.text).toContain('**Learner** cannot be used: it carries permissions to manage, moderate');
      expect(plan.selects).toEqual([]);
      guild.changeRole(role, { permissions: 0n, position: 9 });
      expect((await guild.owner.runs('/admin setup')).text).toContain('it stands above my own role');
      guild.changeRole(role, { position: 1 });
      const picked = await guild.owner.picks('Role Learner', await guild.owner.runs('/admin setup'));
      await setsUp(world, picked);
      guild.changeRole(role, { position: 9 });
      const after = await guild.owner.runs('/admin setup');
      expect(after.text).toContain('drag **Cairn** above **Learner**');
    },
    options,
  );

  story(
    'says what it lacks before it does anything',
    async world => {
      const { guild } = world;
      const plan = await guild.owner.runs('/admin setup');
      expect(plan.text).toContain('I lack the permission Manage Roles');
      expect(plan.text).toContain('Server Settings → Roles → **Cairn** → Permissions: switch on **Manage Roles**');
      expect(plan.buttons.map(({ label }) => label)).not.toContain('Apply all 5');
    },
    { ...options, permissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages },
  );

  story(
    'says which of Discord’s limits it would reach',
    async world => {
      const { guild } = world;
      const first = guild.createChannel({ name: 'First', type: 'category' });
      for (let n = 0; n < 49; n++) guild.createChannel({ name: `c${n}`, parent: first });
      const adopting = await guild.owner.picks('Category First', await guild.owner.runs('/admin setup'));
      expect(adopting.text).toContain('The category **First** has 49 channels, and 2 more are too many');
      while (guild.roles.length < 249) guild.createRole({ name: `r${guild.roles.length}` });
      while (guild.channels.length < 499) guild.createChannel({ name: `d${guild.channels.length}` });
      const plan = await guild.owner.runs('/admin setup');
      expect(plan.text).toContain('This server has 249 roles, and 2 more are too many: Discord allows 250.');
      expect(plan.text).toContain('This server has 499 channels, and 2 more are too many: Discord allows 500.');
      expect(writes(world)).toBe(0);
    },
    options,
  );

  story(
    'stops when a permission is taken half-way, costs one refusal at most, and goes on when it is back',
    async world => {
      const { discord, guild, application } = world;
      const cairn = guild.role(application.name);
      const { permissions } = cairn;
      const taken = discord
        .nextChange(({ kind }) => kind === 'role-created')
        .then(() => guild.changeRole(cairn, { permissions: permissions & ~PermissionFlagsBits.ManageChannels }));
      const stopped = await setsUp(world, undefined, 'I stopped half-way');
      await taken;
      expect(stopped.text).toContain('Manage Channels');
      expect(discord.invalidRequests).toBeLessThanOrEqual(1);
      guild.changeRole(cairn, { permissions });
      await discord.idle();
      await setsUp(world);
      expect(everything.map(name => named(world, name))).toEqual([1, 1, 1, 1, 1]);
    },
    options,
  );

  story(
    'makes everything once, whichever answers of Discord’s are lost and wherever the bot is stopped',
    async world => {
      const { discord, guild } = world;
      discord.faults.next({ route: /guild\/roles$/, method: 'POST', answer: 'drop-after-effect' });
      discord.faults.next({ route: /guild\/channels$/, method: 'POST', answer: { status: 502, afterEffect: true } });
      const made = discord.nextChange(({ kind }) => kind === 'role-created');
      const plan = await guild.owner.runs('/admin setup');
      await guild.owner.clicks('Apply all 5', plan);
      await made;
      await world.restarts(environment);
      let jobs = await guild.owner.runs('/admin jobs');
      while (!jobs.text.includes('server up** · done')) {
        // Whatever may still be under way at Discord is waited for.
        discord.clock.advance({ seconds: 5 });
        world.app.wake();
        jobs = await guild.owner.clicks('Look again', jobs);
      }
      expect(everything.map(name => named(world, name))).toEqual([1, 1, 1, 1, 1]);
    },
    options,
  );
});
