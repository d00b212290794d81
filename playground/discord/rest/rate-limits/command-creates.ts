/** Discord's daily quota: 200 new commands per guild, or for all global ones. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { ApplicationRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';

const day = 86_400_000;

export function countCreates(
  world: World,
  application: ApplicationRecord,
  guildId: string | undefined,
  count: number,
): void {
  const now = world.clock.millis();
  const key = `${application.id} ${guildId}`;
  const recent = (world.commandCreates.get(key) ?? []).filter(at => now - at < day);
  if (recent.length + count > limits.commandCreatesPerDay.max) throw new Refusal('tooManyCommandCreates');
  world.commandCreates.set(key, [...recent, ...Array<number>(count).fill(now)]);
}
