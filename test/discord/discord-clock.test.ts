import { describe, expect, test } from 'vitest';
import { createDiscordClock, createdAt } from '../../src/discord/discord-clock.ts';

const noon = Temporal.Instant.from('2026-03-02T12:00:00.700Z').epochMilliseconds;

/** Discord's clock, and ours that differs from it by `off` milliseconds. */
function aClock(off: number) {
  let passed = 0;
  const discord = () => noon + passed;
  const asked: string[] = [];
  const time = { now: () => Temporal.Instant.fromEpochMilliseconds(discord() + off), after: () => () => {} };
  const clock = createDiscordClock(time, async () => {
    asked.push('time');
    clock.observe(new Date(discord()).toUTCString());
  });
  const pass = (millis: number) => {
    passed += millis;
  };
  return { clock, asked, pass, wrongBy: () => Math.abs(clock.millis() - discord()) };
}

describe("Discord's time", () => {
  test.each([0, -700, 500])('is ours while the two may well agree (%i ms apart)', async off => {
    const { clock, wrongBy } = aClock(off);
    await clock.refresh();
    expect(wrongBy()).toBe(Math.abs(off));
  });

  test.each([60_000, -60_000, 7 * 86_400_000])('is known to the second though our clock is %i ms off', async off => {
    const { clock, wrongBy } = aClock(off);
    await clock.refresh();
    expect(wrongBy()).toBeLessThan(1_000);
  });

  test('is asked for again only after a while', async () => {
    const { clock, asked, pass } = aClock(0);
    await Promise.all([clock.refresh(), clock.refresh()]);
    pass(9_000);
    await clock.refresh();
    expect(asked).toHaveLength(1);
    pass(2_000);
    await clock.refresh();
    expect(asked).toHaveLength(2);
  });

  test('is not learned from an answer that says nothing', () => {
    const { clock, wrongBy } = aClock(60_000);
    for (const date of [undefined, null, '', 'yesterday']) clock.observe(date);
    expect(wrongBy()).toBe(60_000);
  });

  test('stands in every id', () => {
    expect(new Date(createdAt('175928847299117063')).toISOString()).toBe('2016-04-30T11:18:25.796Z');
  });
});
