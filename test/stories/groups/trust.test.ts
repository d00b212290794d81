/** How far Cairn can be relied on: what it says beforehand is what happens, and what became of each ping is told. */
import { expect } from 'vitest';
import type { Shown } from '../../../playground/discord/index.ts';
import { loadData } from '../../../src/curriculum/load.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { pingWords } from '../../../src/views/groups/rehearsal-file.ts';
import { saved } from '../../support/certified.ts';
import { passes } from '../../support/passing.ts';
import { setsUp } from '../../support/setting-up.ts';
import { story, type World } from '../../support/world.ts';

const zone = 'Europe/Berlin';
const berlin = { environment: { TIME_ZONE: zone } };

/** Sunday before the next Monday, about noon in Berlin, on a server that is set up. */
async function onSunday(world: World): Promise<Temporal.ZonedDateTime> {
  const { discord, guild } = world;
  discord.clock.onChange(() => world.app.wake());
  const today = discord.clock.now().toZonedDateTimeISO(zone);
  const sunday = today.add({ days: 7 - (today.dayOfWeek % 7) }).withPlainTime('12:00');
  discord.clock.advance(discord.clock.now().until(sunday.toInstant()));
  const plan = await guild.owner.runs('/admin setup');
  await setsUp(world, await guild.owner.clicks('admin/mentionable/yes', plan));
  // What setting up brought is done, also where a request had to be made again.
  await passes(world, sunday.add({ minutes: 15 }).toInstant());
  return sunday.add({ minutes: 15 });
}

const { community } = await loadData('data');
const titles = new Map(groupsOfFile(community, zone).map(({ key, title }) => [key, title]));

const linesOf = async (shown: Shown) =>
  new TextDecoder()
    .decode(await saved(shown, 'txt'))
    .split('\n')
    .map(line => line.trim());

/** What a line says happens, without its time. */
const happenings = (lines: readonly string[], what: RegExp) =>
  lines.flatMap(line => (what.test(line) ? [line.replace(/^.* UTC {2}/, '')] : [])).toSorted();

story(
  'an organiser rehearses three days without touching anything, and then they come to pass',
  async world => {
    const { discord, guild } = world;
    const sunday = await onSunday(world);
    const before = { requests: discord.requests.length, outbox: await world.app.outbox() };
    const shown = await guild.owner.runs('/admin rehearse', { days: '3' });
    expect(shown.ephemeral).toBe(true);
    expect(shown.text).toContain('## 🎬 The next 3 days, rehearsed');
    expect(shown.text).toMatch(/\*\*Mon \d+ \w+\*\* · \d+ pings?/);
    const routes = discord.requests.slice(before.requests).map(({ route }) => route);
    expect(routes.filter(route => !/interactions|webhooks/.test(route))).toEqual([]);
    expect(await world.app.outbox()).toEqual(before.outbox);

    const foreseen = await linesOf(shown);
    const events = new Set(guild.scheduledEvents.map(({ id }) => id));
    await passes(world, sunday.add({ days: 3 }).toInstant());
    const said = (await world.app.outbox()).flatMap(({ effect, state }) => {
      if (effect.kind !== 'ping' || before.outbox.some(one => one.effect.kind === 'ping' && same(one.effect, effect)))
        return [];
      expect(state).toBe('delivered');
      const title = titles.get(effect.ping.groupKey) ?? community.name;
      return [`${title}: ${pingWords(effect.ping)}`];
    });
    expect(said.length).toBeGreaterThan(10);
    expect(happenings(foreseen, / \((to|in) its (role|channel|thread)\)$/)).toEqual(said.toSorted());
    const made = guild.scheduledEvents.filter(({ id }) => !events.has(id)).map(({ name }) => name);
    expect(happenings(foreseen, / made$/).map(line => line.split(':')[0])).toEqual(made.toSorted());
  },
  berlin,
);

const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

const stamp = (instant: Temporal.Instant) => `<t:${instant.epochMilliseconds / 1000}:F>`;
const lastIn = ({ text }: Shown) => text.slice(text.indexOf('### Last'));

story(
  'whoever asks is told what was said on time, what was late, and what was not said and why',
  async world => {
    const { discord, member } = world;
    const sunday = await onSunday(world);
    const at = (days: number, time: string) => sunday.add({ days }).withPlainTime(time).toInstant();
    const ada = member('ada');

    await passes(world, at(3, '18:44'));
    // Nobody looked for five minutes.
    discord.clock.advance({ minutes: 5 });
    await world.app.atRest();
    const ask = () => ada.runs('/schedule explain', { group: 'new-graduates' });
    const late = lastIn(await ask());
    expect(late).toContain(`⏰ **Role ping** · ${stamp(at(3, '18:45'))}\n-# sent once at `);
    expect(late).toMatch(/, late by [45] min · \[see it\]\(https:\S+\)\n/);
    expect(late).toContain(`✅ **Role ping** · ${stamp(at(1, '18:45'))}\n-# sent once at `);

    await passes(world, at(8, '18:30'));
    // Nor for two hours.
    discord.clock.advance({ hours: 2 });
    await world.app.atRest();
    const told = await ask();
    expect(told.ephemeral).toBe(true);
    expect(told.text).toContain('## 🔎 New Graduates: what I say and when');
    expect(lastIn(told)).toContain(
      `🔇 **Role ping** · ${stamp(at(8, '18:45'))}\n-# suppressed because Cairn was not running from <t:`,
    );
    expect(told.text).toContain(`**Role ping** · ${stamp(at(10, '18:45'))}\n-# Wed 18:45 in Europe/Berlin · `);
    const again = await ada.clicks('Look again', told);
    expect(again).toMatchObject({ kind: 'update', text: told.text });
  },
  berlin,
);

story(
  'the doctor finds a ping that rings nobody’s phone; an organiser moves it, and sees what comes next',
  async world => {
    const { guild } = world;
    await setsUp(world);
    const ill = await guild.owner.runs('/admin doctor');
    expect(ill.text).toContain('My ping of the role New Graduates Group in \\#new-grads rings nobody’s phone.');
    for (const role of guild.roles.filter(({ name }) => name.endsWith(' Group')))
      guild.changeRole(role, { mentionable: true });
    const well = await guild.owner.clicks('Check again', ill);
    expect(well.text).not.toContain('rings nobody’s phone');
    expect(well.text).toContain('Nobody is in New Graduates, Senior Engineers, Managers and Architects yet');

    const rules = await guild.owner.runs('/admin pings');
    await guild.owner.clicks('admin/ping-form/session', rules);
    const refused = await guild.owner.submits({ 'Minutes before the start': '90' });
    expect(refused.text).toContain('Give whole minutes from 5 to 60');
    await guild.owner.clicks('Try again', refused);
    const moved = await guild.owner.submits({ 'Minutes before the start': '30' });
    expect(moved.text).toContain('✅ **Role ping**: 30 minutes before the start');
    const off = await guild.owner.clicks('admin/ping-switch/digest/off', moved);
    expect(off.text).toContain('⚪ **Community digest** · off');
    await guild.owner.clicks('admin/ping-form/reminder', off);
    const nearer = await guild.owner.submits({ 'How long before the start': ['60'] });
    expect(nearer.text).toContain('✅ **Reminders**: to those who said they come, 1 hour before or as they chose.');
    await guild.owner.clicks('admin/ping-form/checkIn', nearer);
    const earlier = await guild.owner.submits({ 'Minutes before the start': '10' });
    expect(earlier.text).toContain('✅ **Check-in**: 10 minutes before the start, in the session’s thread.');
    const log = await guild.owner.runs('/admin log');
    expect(log.text).toContain('changed what I say by the calendar: **Role ping**');
    expect(log.text).toContain('changed what I say by the calendar: **Reminders**');
  },
  berlin,
);
