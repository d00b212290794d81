/** A group's week as its members live it: the plan, the thread, a reminder, the call and the check-in, each at its time. */
import { expect } from 'vitest';
import type { Guild, Member, Shown } from '../../../playground/discord/index.ts';
import { aSmallCommunity, setsUp } from '../../support/setting-up.ts';
import { story, type World } from '../../support/world.ts';

const meets = `
study_groups:
  readers:
    title: Readers
    paths: [new-graduate]
    channel: talk
    role: group
    meets:
      - { days: [Monday, Wednesday], at: "19:00", minutes: 60 }
`;
const berlin = { environment: { TIME_ZONE: 'Europe/Berlin', DATA_DIR: await aSmallCommunity(undefined, meets) } };

/** Lets time pass until then, stopping whenever something is due. */
async function passes({ app, discord }: Pick<World, 'app' | 'discord'>, until: Temporal.Instant): Promise<void> {
  const { clock } = discord;
  for (let next = await app.atRest(); next && Temporal.Instant.compare(next, until) < 0; next = await app.atRest())
    clock.advance(clock.now().until(next));
  clock.advance(clock.now().until(until));
  await app.atRest();
}

/** The next Monday at this time of day in Berlin. */
function mondayAt({ discord }: World, time: string): Temporal.ZonedDateTime {
  const today = discord.clock.now().toZonedDateTimeISO('Europe/Berlin');
  return today.add({ days: 8 - today.dayOfWeek }).withPlainTime(time);
}

/** What Cairn has said in a channel, without what members wrote and Discord noted. */
function said(member: Member, where: { readonly id: string }): readonly Shown[] {
  return member
    .reads(where)
    .filter(({ author, message, ephemeral }) => author === 'Cairn' && message?.type === 0 && !ephemeral);
}

const headings = (shown: readonly Shown[]) => shown.map(({ text }) => text.split('\n')[0]);

/** That Monday, the server set up and its groups' role free to be pinged. */
async function beginsOn(monday: Temporal.ZonedDateTime, world: World): Promise<void> {
  const { discord, guild } = world;
  discord.clock.onChange(() => world.app.wake());
  discord.clock.advance(discord.clock.now().until(monday.toInstant()));
  await setsUp(world, await guild.owner.clicks('admin/mentionable/yes', await guild.owner.runs('/admin setup')));
}

function threadNamed(guild: Guild, name: string) {
  const thread = guild.threads.find(one => one.name === name);
  if (!thread) throw new Error(`There is no thread ${name}, only ${guild.threads.map(one => one.name).join(', ')}`);
  return thread;
}

story(
  'whoever said they come is reminded, called and checked in on time, each once, through a restart',
  async world => {
    const { discord, guild, member } = world;
    const monday = mondayAt(world, '08:30');
    const wednesday = monday.add({ days: 2 }).withPlainTime('19:00');
    await beginsOn(monday, world);
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'new-graduate' });
    await ada.runs('/group join', { group: 'readers' });
    await discord.until(() => ada.has('Group'));
    const channel = guild.channel('talk');

    await passes(world, monday.withPlainTime('09:01').toInstant());
    expect(headings(said(ada, channel))).toEqual(['## 📅 Readers this week']);
    const coming = said(ada, channel)[0]?.buttons.find(({ label }) => label.includes('Wed'));
    await ada.clicks(coming?.customId ?? '', said(ada, channel)[0]);

    await passes(world, wednesday.subtract({ hours: 23 }).toInstant());
    const day = `${wednesday.day} ${wednesday.toLocaleString('en-GB', { month: 'short' })}`;
    const thread = threadNamed(guild, `Readers · Wed ${day}`);
    expect(headings(said(ada, thread))).toEqual(['## 🧭 Readers', '### ⏰ Readers meets']);
    expect(said(ada, thread).at(-1)?.pings).toEqual([ada.id]);

    await world.restarts(berlin.environment);
    await passes(world, wednesday.subtract({ minutes: 14 }).toInstant());
    const call = said(ada, channel).at(-1);
    expect(call?.text).toContain(`🧵 <#${thread.id}>`);
    expect(call?.message?.mention_roles).toEqual([guild.role('Group').id]);

    await passes(world, wednesday.add({ minutes: 1 }).toInstant());
    expect(headings(said(ada, thread)).at(-1)).toBe('### 👋 Readers begins');
    const noted = await ada.clicks('I’m here', said(ada, thread).at(-1));
    expect(noted.ephemeral).toBe(true);

    await passes(world, wednesday.add({ hours: 3 }).toInstant());
    const everything = [...said(ada, channel), ...guild.threads.flatMap(one => said(ada, one))];
    const tags = everything.map(({ buttons }) => buttons[0]?.customId);
    expect(new Set(tags).size).toBe(tags.length);
    expect((await world.app.outbox()).filter(({ state }) => state === 'failed' || state === 'expired')).toEqual([]);
  },
  berlin,
);

story(
  'who puts a reminder off for an hour in the meeting’s thread is reminded there once more, an hour later, through a restart',
  async world => {
    const { discord, guild, member } = world;
    const monday = mondayAt(world, '10:00');
    await beginsOn(monday, world);
    const comers = [member('ada'), member('ben')] as const;
    const [ada, ben] = comers;
    const wednesday = monday.add({ days: 2 }).withPlainTime('19:00');
    for (const one of comers) {
      await one.runs('/path choose', { path: 'new-graduate' });
      await one.runs('/group join', { group: 'readers' });
      await discord.until(() => one.has('Group'));
      const next = await one.runs('/group next');
      await one.clicks(
        `group/coming/readers/${wednesday.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
        next,
      );
    }

    await passes(world, wednesday.subtract({ hours: 23 }).toInstant());
    const day = `${wednesday.day} ${wednesday.toLocaleString('en-GB', { month: 'short' })}`;
    const thread = threadNamed(guild, `Readers · Wed ${day}`);
    const reminders = () => said(ada, thread).filter(({ text }) => text.startsWith('### ⏰ Readers meets'));
    expect(reminders().map(({ pings }) => pings)).toEqual([[ada.id, ben.id]]);

    const pressed = discord.clock.now();
    for (let press = 0; press < 2; press += 1)
      expect((await ada.clicks('Again in 1 hour', reminders()[0])).ephemeral).toBe(true);
    await world.restarts(berlin.environment);
    await passes(world, pressed.add({ minutes: 59 }));
    expect(reminders()).toHaveLength(1);
    await passes(world, pressed.add({ minutes: 61 }));
    expect(reminders().map(({ pings }) => pings)).toEqual([[ada.id, ben.id], [ada.id]]);

    await passes(world, wednesday.toInstant());
    expect(reminders()).toHaveLength(2);
    expect(ada.dms).toEqual([]);
  },
  berlin,
);
