import { describe, expect, onTestFinished, test } from 'vitest';
import { createClock, followClock, type MovableClock, startDiscord } from '../../../playground/discord/index.ts';
import { community } from './community.ts';

const noon = Temporal.Instant.from('2026-03-01T12:00Z');

function standing(): MovableClock {
  const clock = createClock({ standing: noon });
  onTestFinished(() => clock.close());
  return clock;
}

describe('a clock', () => {
  test('that stands still moves only when it is moved', () => {
    const clock = standing();
    expect(clock.now().toString()).toBe('2026-03-01T12:00:00Z');
    clock.advance({ hours: 1, minutes: 30 });
    expect(clock.now().toString()).toBe('2026-03-01T13:30:00Z');
  });

  test('that runs can be set ahead of the system’s time and back', () => {
    const clock = createClock();
    onTestFinished(() => clock.close());
    clock.advance({ days: 2 });
    expect(clock.state).toEqual({ offset: 172_800_000, frozenAt: undefined });
    clock.setOffset({ hours: -1 });
    expect(clock.state.offset).toBe(-3_600_000);
  });

  test('rings every timer that became due, in order, before advance returns', () => {
    const clock = standing();
    const rung: string[] = [];
    const at = (seconds: number, name: string) =>
      clock.at(noon.add({ seconds }).epochMilliseconds, () => rung.push(name));
    at(20, 'second');
    at(10, 'first');
    at(15, 'cancelled').cancel();
    at(40, 'later');
    clock.advance({ seconds: 30 });
    expect(rung).toEqual(['first', 'second']);
  });

  test('rings by itself while it runs', async () => {
    const clock = createClock();
    onTestFinished(() => clock.close());
    await new Promise<void>(resolve => clock.at(clock.millis() + 5, resolve));
    expect(clock.state.offset).toBe(0);
  });
});

describe('following a clock from another process', () => {
  test('it shows the same time, now and after it was moved', async () => {
    const clock = standing();
    const { discord } = await community({ clock });
    const followed = await followClock(discord.clockUrl);
    onTestFinished(() => followed.close());
    expect(followed.now().equals(noon)).toBe(true);
    const moved = new Promise<void>(resolve => followed.onChange(resolve));
    clock.advance({ days: 7 });
    await moved;
    expect(followed.now().toString()).toBe('2026-03-08T12:00:00Z');
  });

  test('an address where no clock is rejects and says so', async () => {
    const { discord } = await community();
    await expect(followClock(`${discord.url}/nothing`)).rejects.toThrow("can't be followed");
  });
});

test('what happened is told in order, the clock included', async () => {
  const { discord, guild, ada } = await community();
  const kinds: string[] = [];
  onTestFinished(discord.subscribe(({ kind }) => kinds.push(kind)));
  const role = guild.createRole({ name: 'Learner' });
  ada.gets(role);
  ada.gets(role);
  ada.says('hello');
  discord.clock.advance({ hours: 1 });
  expect(kinds).toEqual(['role-created', 'member-changed', 'message-created', 'clock-moved']);
});

test('answers are dated by the clock, so that a bot can tell how wrong its own is', async () => {
  const clock = createClock({ standing: Temporal.Instant.from('2030-01-02T03:04:05Z') });
  const discord = await startDiscord({ clock });
  const answer = await fetch(`${discord.url}/v10/gateway`);
  expect(answer.headers.get('date')).toBe('Wed, 02 Jan 2030 03:04:05 GMT');
  clock.advance({ hours: -1 });
  expect((await fetch(`${discord.url}/v10/gateway`)).headers.get('date')).toBe('Wed, 02 Jan 2030 02:04:05 GMT');
  await discord.close();
});
