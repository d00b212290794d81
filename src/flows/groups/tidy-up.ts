/** What is long past is let go of: the ledger and what went out after 60 days, threads and events a week after the end. */
import { communityKey } from '../../domain/groups/group.ts';
import type { Db } from '../../store/database.ts';
import { forgetOtherInterests } from '../../store/groups/event-interests.ts';
import { forgetPings, forgetSent, forgetSessionBindings } from '../../store/groups/past.ts';
import { forgetUptimes } from '../../store/uptimes.ts';

const kept = { hours: 60 * 24 };
/** Longer than any outage after which somebody may ask for the reason. */
const uptimesKept = { hours: 400 * 24 };
const sessionsKept = { hours: 7 * 24 };

/** Once a day for each group. */
export async function tidyUp(tx: Db, guildId: string, groupKey: string, now: Temporal.Instant): Promise<void> {
  await forgetPings(tx, guildId, groupKey, now.subtract(kept));
  if (groupKey === communityKey) {
    await forgetSent(tx, guildId, now.subtract(kept));
    return await forgetUptimes(tx, now.subtract(uptimesKept));
  }
  await forgetSessionBindings(tx, guildId, groupKey, now.subtract(sessionsKept));
  await forgetOtherInterests(tx, guildId);
}
