/** The clock's journeys on a Discord whose time stands still unless it is moved. */
import { expect, onTestFinished, test } from 'vitest';
import { createClock, type Guild, startDiscord } from '../../../../playground/discord/index.ts';
import { createTimeMachine } from '../../../../playground/page/console/time-machine.ts';

const minute = 60_000;
const start = Temporal.Instant.from('2026-05-01T00:00Z');

async function aMachine(atRest?: () => Promise<number | undefined>, pause?: number) {
  const clock = createClock({ standing: start });
  const discord = await startDiscord({ clock });
  onTestFinished(() => discord.close());
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  const changes: string[] = [];
  const machine = createTimeMachine(
    discord,
    guild,
    () => changes.push(machine.news.isPlaying ? 'plays' : machine.news.isMoving ? 'moves' : 'stands'),
    atRest,
    pause,
  );
  const shown = () => clock.now().since(start).total('minutes');
  const stops: number[] = [];
  clock.onChange(() => stops.push(shown()));
  return { discord, guild, clock, machine, changes, shown, stops };
}

function schedule(guild: Guild, name: string, hours: number) {
  const startsAt = start.add({ hours });
  guild.scheduleEvent({ name, location: 'Library', startsAt, endsAt: startsAt.add({ hours: 1 }) });
}

test('to the next event is to 16 minutes before it, and again to the one after it', async () => {
  const { guild, machine, shown } = await aMachine();
  await expect(machine.travel('event')).rejects.toThrow('Create an event first');
  schedule(guild, 'second', 30);
  schedule(guild, 'first', 5);
  expect(machine.news).toMatchObject({ event: { name: 'first' }, meeting: { name: 'first' } });
  await machine.travel('event');
  expect(shown()).toBe(5 * 60 - 16);
  expect(machine.news).toMatchObject({ event: { name: 'second' }, meeting: { name: 'first' } });
  await machine.travel('event');
  expect(shown()).toBe(30 * 60 - 16);
  expect(machine.news.event).toBeUndefined();
});

test('what the bot wants to do at a certain time it does at that time', async () => {
  const alarms = [7, 19, 20, 61].map(minutes => start.epochMilliseconds + minutes * minute);
  const { machine, stops, clock } = await aMachine(async () => alarms.find(alarm => alarm > clock.millis()));
  await machine.travel('hour');
  expect(stops).toEqual([5, 7, 12, 17, 19, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
});

test('it waits for the bot at each step', async () => {
  const bot: { at: number; rested: number }[] = [];
  const { machine, clock } = await aMachine(async () => {
    const at = clock.millis();
    await Promise.resolve();
    bot.push({ at, rested: clock.millis() });
    return undefined;
  });
  await machine.travel('hour');
  expect(bot).toHaveLength(13);
  expect(bot.every(({ at, rested }) => at === rested)).toBe(true);
});

test('it plays until it is stopped, and nowhere else meanwhile', async () => {
  const { discord, machine, changes, shown, stops } = await aMachine();
  await machine.travel('play');
  await discord.until(() => shown() >= 30);
  await expect(machine.travel('day')).rejects.toThrow('stop it');
  await machine.travel('stop');
  await expect.poll(() => machine.news).toMatchObject({ isPlaying: false, isMoving: false });
  expect(changes).toEqual(['plays', 'stands']);
  const steps = stops.map((at, index) => at - (stops[index - 1] ?? 0));
  expect(Math.max(...steps)).toBeLessThanOrEqual(5);
  await machine.travel('hour');
});

test('for a bot that was busy at one step it waits again at the next; for one that never rests it does not stand still', async () => {
  const never = new Promise<undefined>(() => {});
  let asked = 0;
  const { machine, shown } = await aMachine(
    () => (++asked === 3 || asked > 13 ? never : Promise.resolve(undefined)),
    500,
  );
  await machine.travel('hour');
  expect(asked).toBe(13);
  await machine.travel('hour');
  expect(asked).toBe(15);
  expect(shown()).toBe(120);
});

test('whoever stops it does not wait for a busy bot', async () => {
  const { machine } = await aMachine(() => new Promise(() => {}));
  await machine.travel('play');
  await machine.travel('stop');
  await expect.poll(() => machine.news).toMatchObject({ isPlaying: false, isMoving: false });
});
