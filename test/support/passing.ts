/** Lets time pass in a world whose bot follows the local Discord's clock. */
import type { World } from './world.ts';

/** Until then, stopping whenever something is due. */
export async function passes({ app, discord }: World, until: Temporal.Instant): Promise<void> {
  const { clock } = discord;
  for (let next = await app.atRest(); next && Temporal.Instant.compare(next, until) < 0; next = await app.atRest())
    clock.advance(clock.now().until(next));
  clock.advance(clock.now().until(until));
  await app.atRest();
}
