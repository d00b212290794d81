/** After an outage one summary on each server, instead of a burst of what is too late. */
import { communityKey } from '../../domain/groups/group.ts';
import { latenessBudgets } from '../../domain/groups/ping.ts';
import { minute } from '../../domain/groups/suppression.ts';
import type { Db } from '../../store/database.ts';
import { planPing } from '../../store/groups/pings.ts';
import { summaries } from '../../store/groups/summaries.ts';

/** Outages that follow each other closer than this are summed up together. */
const quiet = Temporal.Duration.from({ hours: 1 });

/**
 * In the transaction that records what was lost. A summary that is not out yet will name it, since it is written when it
 * goes out: so one is enough, also for 40 pings lost in as many transactions.
 */
export async function planSummary(tx: Db, guildId: string, now: Temporal.Instant): Promise<void> {
  const { isWaiting, lastSentAt } = await summaries(tx, guildId);
  if (isWaiting) return;
  const quietUntil = lastSentAt?.add(quiet);
  const dueAt = quietUntil && Temporal.Instant.compare(quietUntil, now) > 0 ? quietUntil : now;
  await planPing(
    tx,
    guildId,
    {
      groupKey: communityKey,
      occurrence: minute(now),
      kind: 'summary',
      audience: 'channel',
      dueAt,
      expiresAt: dueAt.add({ minutes: latenessBudgets.summary }),
    },
    now,
  );
}
