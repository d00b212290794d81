/** "Interested" on Discord's own calendar is an answer like a button's: the later one counts. */
import { expect, onTestFinished, test } from 'vitest';
import { hearEvents } from '../../../src/discord/groups/hear-events.ts';
import { claimDue } from '../../../src/store/deliveries.ts';
import { comersAnswered } from '../../../src/store/groups/answers.ts';
import { aCalendar, noon } from './a-calendar.ts';
import { groupKey, planned, startsAt } from './a-group.ts';

/** With Cairn listening, and what it heard noted. */
async function anAudience() {
  const calendar = await aCalendar();
  const { client, flows, log, db, guild, discord, mirrored, events } = calendar;
  await mirrored();
  const [event] = events();
  if (!event) throw new Error('There is no event');
  let heard = 0;
  let wake = Promise.withResolvers<void>();
  const noting =
    <Args extends unknown[]>(note: (...args: Args) => Promise<void>) =>
    async (...args: Args) => {
      await note(...args);
      heard += 1;
      wake.resolve();
      wake = Promise.withResolvers();
    };
  const listening = {
    compareAllEvents: noting(flows.compareAllEvents),
    hearOfEvent: noting(flows.hearOfEvent),
    hearOfInterest: noting(flows.hearOfInterest),
  };
  onTestFinished(hearEvents({ client, flows: listening, log }));
  const until = async (happened: () => boolean) => {
    while (!happened()) await wake.promise;
  };
  // It compares all events as soon as it listens.
  await until(() => heard > 0);
  return {
    ...calendar,
    event,
    /** Waits until Cairn has noted what it hears of this. */
    async noted(act: () => unknown, times = 1) {
      const enough = heard + times;
      act();
      await until(() => heard >= enough);
    },
    coming: () => comersAnswered(db, guild.id, { groupKey, planned }),
    answers: (userId: string, isComing: boolean) =>
      flows.answerSession(
        { guildId: guild.id, userId, interactionId: String(BigInt(discord.clock.now().epochMilliseconds) << 22n) },
        groupKey,
        planned,
        isComing,
      ),
    /** Looks at the calendar as after a new session. */
    async catchesUp() {
      const effect = { kind: 'mirror-sessions', guildId: guild.id, groupKey, because: 'session/1' } as const;
      return calendar.attempt(effect);
    },
    /** Reasons for which the calendar is looked at by then. */
    async asked(now = noon.add({ hours: 1 })) {
      const claimed = await claimDue(db, { owner: 'a', now, limit: 50, lease: Temporal.Duration.from({ seconds: 9 }) });
      return claimed.flatMap(({ effect }) => (effect.kind === 'mirror-sessions' ? effect.because : []));
    },
  };
}

test('whoever is interested comes, and no more when they take it back', async () => {
  const { guild, event, noted, coming } = await anAudience();
  const ada = guild.join({ name: 'ada' });
  await noted(() => ada.takesInterestIn(event));
  expect(await coming()).toEqual([ada.id]);
  await noted(() => ada.losesInterestIn(event));
  expect(await coming()).toEqual([]);
});

test('of a button and the event the later answer counts, and what Discord says twice is no answer', async () => {
  const { guild, discord, event, noted, coming, answers, flows } = await anAudience();
  const ada = guild.join({ name: 'ada' });
  discord.gateway.disturb({ seed: 1, duplicate: 1 });
  await noted(() => ada.takesInterestIn(event), 2);
  discord.clock.advance({ minutes: 1 });
  await answers(ada.id, false);
  const again = { guildId: guild.id, eventId: event.id, userId: ada.id, isInterested: true };
  await flows.hearOfInterest(again);
  expect(await coming()).toEqual([]);
  await noted(() => ada.losesInterestIn(event), 2);
  discord.clock.advance({ minutes: 1 });
  await noted(() => ada.takesInterestIn(event), 2);
  expect(await coming()).toEqual([ada.id]);
});

test('after silence the list is read, all pages of it, and equals Discord’s', async () => {
  const { guild, discord, event, coming, catchesUp, answers } = await anAudience();
  const crowd = Array.from({ length: 205 }, (_, number) => guild.join({ name: `member-${number}` }));
  discord.gateway.freeze();
  for (const member of crowd) member.takesInterestIn(event);
  expect(await catchesUp()).toEqual({ kind: 'delivered' });
  expect(new Set(await coming())).toEqual(new Set(crowd.map(({ id }) => id)));
  const [first, second] = crowd;
  // One changes their mind by a button, another on the calendar, unheard; a third takes their place.
  discord.clock.advance({ minutes: 1 });
  await answers(first?.id ?? '', false);
  second?.losesInterestIn(event);
  const third = guild.join({ name: 'third' });
  third.takesInterestIn(event);
  await catchesUp();
  expect(new Set(await coming())).toEqual(new Set([...crowd.slice(2).map(({ id }) => id), third.id]));
});

test('a minute after an answer the numbers are compared, in whatever order the answers came', async () => {
  const { guild, event, noted, coming, flows, look, asked } = await anAudience();
  const ada = guild.join({ name: 'ada' });
  await noted(() => ada.takesInterestIn(event));
  await noted(() => ada.losesInterestIn(event));
  // The first comes once more, last.
  await flows.hearOfInterest({ guildId: guild.id, eventId: event.id, userId: ada.id, isInterested: true });
  expect(await coming()).toEqual([ada.id]);
  expect((await asked()).filter(because => because.startsWith('answers/'))).not.toEqual([]);
  await look();
  expect(await coming()).toEqual([]);
});

test('a new session with Discord is a reason to read the list', async () => {
  const { discord, noted, asked } = await anAudience();
  await asked();
  discord.clock.advance({ minutes: 1 });
  await noted(() => discord.gateway.invalidateSessions(false));
  expect(await asked()).toEqual([expect.stringMatching(/^session\//)]);
});

test('what Cairn changes itself is no reason to look again, what people change is', async () => {
  const { guild, event, noted, decides, look, asked } = await anAudience();
  await asked();
  await decides({ kind: 'move', to: '2027-03-29T20:00' });
  await noted(() => look());
  expect(await asked()).toEqual(['1']);
  await noted(() => guild.changeScheduledEvent(event, { name: 'Reading night' }));
  expect(await asked()).toEqual([]);
  await noted(() => guild.cancelScheduledEvent(event));
  expect(await asked()).toEqual([expect.stringMatching(/^event\//)]);
});

test('where a move was refused, moving the event back is a reason to look again', async () => {
  const { guild, event, noted, mirrored, asked } = await anAudience();
  const move = (hours: number) =>
    guild.changeScheduledEvent(event, {
      startsAt: startsAt.add({ hours }),
      endsAt: startsAt.add({ hours: hours + 1 }),
    });
  await noted(() => move(20 * 24));
  await mirrored();
  await asked();
  await noted(() => move(0));
  expect(await asked()).toEqual([expect.stringMatching(/^event\//)]);
});
