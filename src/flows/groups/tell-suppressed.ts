/** What was due and is not said any more: organisers hear of it once a day, and members of an outage in one summary. */
import { communityKey } from '../../domain/groups/group.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import { type Cause, isLostToOutage, isWorthTelling } from '../../domain/groups/suppression.ts';
import type { Db } from '../../store/database.ts';
import { raiseProblems } from '../../store/telling.ts';
import { planSummary } from './plan-summary.ts';

/** In the transaction that records it. Wake the sender after it. */
export async function tellSuppressed(
  tx: Db,
  guildId: string,
  suppressed: readonly (Pick<PingKey, 'groupKey' | 'kind'> & { readonly cause: Cause })[],
  now: Temporal.Instant,
): Promise<void> {
  if (suppressed.some(({ cause, kind }) => isLostToOutage(cause) && kind !== 'summary'))
    await planSummary(tx, guildId, now);
  const problems = suppressed.flatMap(({ groupKey, cause }) => {
    if (!isWorthTelling(cause)) return [];
    // An outage is the same for all groups.
    return { kind: 'pings-suppressed', groupKey: isLostToOutage(cause) ? communityKey : groupKey, why: cause } as const;
  });
  const different = new Map(problems.map(problem => [`${problem.groupKey}/${problem.why}`, problem]));
  await raiseProblems(tx, guildId, [...different.values()], now);
}
