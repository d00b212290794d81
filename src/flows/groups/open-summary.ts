/** After an outage: what was not said, for each group, and what comes next. */
import type { Missed, NextSession, OpenedPing } from '../../domain/groups/opened-ping.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { exceptionsOfServer } from '../../store/groups/exceptions.ts';
import { lostSinceSummary } from '../../store/groups/ping-ledger.ts';
import type { FlowContext } from '../context.ts';
import type { ServerGroups } from './load-groups.ts';

/** More would be a wall of text. */
const mostNext = 5;

export async function openSummary(
  { db, now }: Pick<FlowContext, 'db' | 'now'>,
  guildId: string,
  { groups }: ServerGroups,
): Promise<OpenedPing> {
  const lost = await lostSinceSummary(db, guildId, now());
  const [first] = lost;
  if (!first) return { kind: 'suppressed', reason: 'nothing was missed' };
  const titles = new Map(groups.map(({ key, title }) => [key, title]));
  const missed = [...Map.groupBy(lost, ({ groupKey }) => groupKey)].map(([groupKey, entries]): Missed => {
    const kinds = Map.groupBy(entries, ({ kind }) => kind);
    return {
      title: titles.get(groupKey) ?? 'The community',
      kinds: [...kinds].map(([kind, { length: times }]) => ({ kind, times })),
    };
  });
  const exceptionsOf = await exceptionsOfServer(db, guildId);
  const next = groups
    .flatMap((group): NextSession | [] => {
      const session = nextHeld(group, exceptionsOf(group.key), now());
      return session ? { group, session } : [];
    })
    .toSorted((a, b) => Temporal.Instant.compare(a.session.startsAt, b.session.startsAt))
    .slice(0, mostNext);
  return { kind: 'summary', from: first.dueAt, missed, next };
}
