/** At which hours most members of a group are awake, without telling anything of a single one. */
import { type BestHours, bestHours } from '../../domain/groups/best-hours.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Db } from '../../store/database.ts';
import { zonesOfGroup } from '../../store/groups/member-settings.ts';

/** @param zone the community's, for a group without meetings. */
export async function bestHoursOf(
  db: Db,
  guildId: string,
  { key, slots }: Pick<Group, 'key' | 'slots'>,
  zone: string,
  now: Temporal.Instant,
): Promise<BestHours> {
  return bestHours(await zonesOfGroup(db, guildId, key), slots[0]?.zone ?? zone, now);
}
