/** A group's meetings under Events, as members and organisers use them there, while Cairn carries them out. */
import { expect } from 'vitest';
import type { Guild, ScheduledEvent } from '../../../playground/discord/index.ts';
import { passes } from '../../support/passing.ts';
import { setsUp } from '../../support/setting-up.ts';
import { story } from '../../support/world.ts';

const zone = 'Europe/Berlin';
const environment = { TIME_ZONE: zone };
const stamp = (at: Temporal.ZonedDateTime) => `<t:${at.epochMilliseconds / 1000}:`;

function meetings({ scheduledEvents }: Guild): readonly ScheduledEvent[] {
  return scheduledEvents.filter(({ name }) => name === 'New Graduates');
}

story(
  'meetings stand under Events; what is moved, deleted and answered there counts, and each begins and ends on time',
  async world => {
    const { discord, guild, member } = world;
    discord.clock.onChange(() => world.app.wake());
    const today = discord.clock.now().toZonedDateTimeISO(zone);
    const morning = today.add({ days: 8 - today.dayOfWeek }).withPlainTime('08:30');
    const [monday, wednesday] = [morning.withPlainTime('19:00'), morning.add({ days: 2 }).withPlainTime('19:00')];
    discord.clock.advance(discord.clock.now().until(morning.toInstant()));
    await setsUp(world);
    const ada = member('ada');
    await ada.runs('/group join', { group: 'new-graduates' });
    await discord.until(() => ada.has('New Graduates Group'));
    await passes(world, morning.add({ minutes: 10 }).toInstant());

    const weeks = [monday, wednesday, monday.add({ days: 7 }), wednesday.add({ days: 7 })];
    expect(meetings(guild).map(({ startsAt }) => `${startsAt}`)).toEqual(weeks.map(at => `${at.toInstant()}`));
    const [first, second, third] = meetings(guild);
    if (!first || !second || !third) throw new Error('There are no meetings');

    // An organiser drags the first one to eight and deletes the third; Ada presses Interested on the second.
    const eight = monday.withPlainTime('20:00');
    guild.changeScheduledEvent(first, { startsAt: eight.toInstant(), endsAt: eight.add({ hours: 1 }).toInstant() });
    guild.deleteScheduledEvent(third);
    ada.takesInterestIn(second);
    await passes(world, morning.add({ minutes: 20 }).toInstant());
    const next = await ada.runs('/group next');
    expect(next.text).toContain(stamp(eight));
    expect(next.text).toMatch(/🚫 .* is skipped/);
    const said = guild.owner.reads(guild.channel('new-grads')).map(({ text }) => text);
    expect(said.flatMap(text => /^### .* (?:moves|skips a meeting)$/m.exec(text) ?? [])).toEqual([
      '### 🔁 New Graduates moves',
      '### 🚫 New Graduates skips a meeting',
    ]);

    await passes(world, eight.add({ minutes: 1 }).toInstant());
    expect(guild.scheduledEvent(first.id).status).toBe('active');
    await passes(world, eight.add({ minutes: 61 }).toInstant());
    expect(guild.scheduledEvent(first.id).status).toBe('completed');

    await passes(world, wednesday.subtract({ hours: 23 }).toInstant());
    const after = [2, 9, 14].map(days => `${monday.add({ days }).toInstant()}`);
    expect(meetings(guild).map(({ startsAt }) => `${startsAt}`)).toEqual(after);
    const reminded = guild.threads.flatMap(thread =>
      guild.owner.reads(thread).filter(({ pings }) => pings.includes(ada.id)),
    );
    expect(reminded.map(({ text }) => text).join()).toContain(stamp(wednesday));
    const outbox = await world.app.outbox();
    expect(outbox.filter(({ state }) => state === 'failed' || state === 'expired')).toEqual([]);
  },
  { environment },
);
