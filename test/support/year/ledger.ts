/** What should be said in a year, by the same rules that the bot plans with, and what the database says became of it. */
import { loadData } from '../../../src/curriculum/load.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { communityPings, type Ping, type PingKey, pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';
import { openStore } from '../../../src/store/open.ts';

export interface LedgerRow extends PingKey {
  readonly state: 'due' | 'sent' | 'suppressed';
  readonly dueAt: string;
  readonly cause: string | null;
  readonly reason: string | null;
  /** `<channel id>/<message id>`, where something was posted. */
  readonly reference: string | undefined;
}

export interface YearLedger {
  /** Earliest first. */
  expected(from: Temporal.Instant, until: Temporal.Instant): readonly Ping[];
  /** All that was ever on record when this was asked: the bot forgets what is old. */
  rows(): Promise<readonly LedgerRow[]>;
  /** How many of these are not settled yet, or not even on record. */
  open(pings: readonly Ping[]): Promise<number>;
  close(): Promise<void>;
}

export const keyOf = ({ groupKey, occurrence, kind, audience }: PingKey) =>
  `${groupKey} ${occurrence} ${kind} ${audience}`;

export async function openLedger(database: string, guildId: string, zone: string): Promise<YearLedger> {
  const { community } = await loadData('data');
  const { db, close } = await openStore(`file:${database}`);
  const groups = groupsOfFile(community, zone);
  const settled = new Set<string>();
  const seen = new Map<string, LedgerRow>();
  return {
    expected(from, until) {
      const comers = () => [];
      const found = groups.flatMap(group => {
        const hasVoice = group.voice !== undefined;
        return pingsOf({ group, exceptions: noExceptions, rules: usualRules, comers, hasVoice }, from, until);
      });
      return [...found, ...communityPings(usualRules, zone, from, until)].sort((a, b) =>
        Temporal.Instant.compare(a.dueAt, b.dueAt),
      );
    },
    async rows() {
      const rows = await db.selectFrom('pings').selectAll().where('guild_id', '=', guildId).execute();
      const found = rows.map(
        ({
          group_key: groupKey,
          occurrence,
          kind,
          audience,
          state,
          due_at: dueAt,
          cause,
          reason,
          channel_id,
          message_id,
        }) => ({
          groupKey,
          occurrence,
          kind,
          audience,
          state,
          dueAt,
          cause,
          reason,
          reference: channel_id === null || message_id === null ? undefined : `${channel_id}/${message_id}`,
        }),
      );
      for (const row of found) seen.set(keyOf(row), row);
      return [...seen.values()];
    },
    async open(pings) {
      const waiting = pings.filter(ping => !settled.has(keyOf(ping)));
      const first = waiting[0];
      if (!first) return 0;
      const rows = await db
        .selectFrom('pings')
        .select(['group_key', 'occurrence', 'kind', 'audience'])
        .where('guild_id', '=', guildId)
        .where('state', '<>', 'due')
        .where('due_at', '>=', first.dueAt.toString({ fractionalSecondDigits: 3 }))
        .execute();
      for (const { group_key: groupKey, ...row } of rows) settled.add(keyOf({ groupKey, ...row }));
      return waiting.filter(ping => !settled.has(keyOf(ping))).length;
    },
    close,
  };
}
