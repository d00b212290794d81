/** Ids grow with every one that is made, as everybody who compares them relies on. */
import { expect, test } from 'vitest';
import { startDiscord } from '../../../playground/discord/index.ts';
import { bySnowflake, createSnowflakes, millisOf } from '../../../playground/discord/snowflake.ts';

test('an id tells when it was made, and two of one millisecond differ', () => {
  const ids = createSnowflakes(() => 1_750_000_000_000);
  const [first, second] = [ids.next(), ids.next()];
  expect([millisOf(first), millisOf(second)]).toEqual([1_750_000_000_000, 1_750_000_000_000]);
  expect(bySnowflake(first, second)).toBeLessThan(0);
});

test('where the clock goes back, ids do not, while the times of messages do', async () => {
  const discord = await startDiscord();
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const olive = guild.owner;
  discord.clock.advance({ days: 1 });
  const tomorrow = olive.says('from tomorrow').message;
  discord.clock.setOffset({ seconds: 0 });
  const today = olive.says('from today').message;
  expect(bySnowflake(tomorrow?.id ?? '', today?.id ?? '')).toBeLessThan(0);
  expect(Date.parse(tomorrow?.timestamp ?? '')).toBeGreaterThan(Date.parse(today?.timestamp ?? ''));

  const again = await startDiscord();
  again.restore(discord.snapshot());
  const later = again.guild('Learners').owner.says('after a restart').message;
  expect(bySnowflake(today?.id ?? '', later?.id ?? '')).toBeLessThan(0);
  await discord.close();
  await again.close();
});
