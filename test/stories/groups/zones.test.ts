/** The community's zone and a member's own, by city, from what is typed to what it moves. */
import { expect } from 'vitest';
import { story } from '../../support/world.ts';

const stamp = (at: Temporal.ZonedDateTime) => `<t:${at.epochMilliseconds / 1000}:`;

story(
  'an organiser finds New York by EST, sees what moves, and moves it; Ada is asked where she is, once',
  async ({ discord, guild, member }) => {
    const offered = await guild.owner.types('/admin timezone', 'zone', 'EST');
    expect(offered.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['America/New_York', 'America/Toronto', 'America/Jamaica']),
    );
    expect(offered[0]?.name).toMatch(/^New York, United States · \w{3} \d\d:\d\d · Eastern Time$/);
    const wrong = await guild.owner.runs('/admin timezone', { zone: 'EST' });
    expect(wrong.text).toContain('“EST” does not say which place is meant');
    const plan = await guild.owner.clicks('New York, United States', wrong);
    const now = discord.clock.now();
    const friday = (zone: string) => {
      const here = now.toZonedDateTimeISO(zone);
      const next = here.add({ days: (5 - here.dayOfWeek + 7) % 7 }).withPlainTime('17:00');
      return Temporal.Instant.compare(next.toInstant().add({ hours: 1 }), now) > 0 ? next : next.add({ days: 7 });
    };
    expect(plan.text).toContain(`now: ${stamp(friday('UTC'))}`);
    expect(plan.text).toContain(`then: ${stamp(friday('America/New_York'))}`);
    expect((await guild.owner.runs('/admin timezone')).text).toContain('Nobody has set it here yet');
    const done = await guild.owner.clicks('Change to New York, United States', plan);
    expect(done.text).toContain('The time zone is changed');
    expect((await guild.owner.runs('/admin log')).text).toContain('UTC → America/New');

    const ada = member('ada');
    const joined = await ada.runs('/group join', { group: 'architects' });
    expect(joined.text).toContain(stamp(friday('America/New_York')));
    await ada.clicks('Set my time zone', joined);
    const found = await ada.submits({ 'City or country': 'united states' });
    const set = await ada.picks('Los Angeles, United States', found);
    expect(set.text).toContain('Los Angeles, United States');
    expect(set.text).toContain('Your next meeting: Architects');
    expect((await ada.runs('/group join', { group: 'managers' })).text).not.toContain('Where are you?');
    expect((await ada.clicks('Forget it', await ada.runs('/me timezone'))).text).toContain('Forgotten');
  },
);
