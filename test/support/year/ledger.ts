/** What should be said in a year, by the same rules that the bot plans with, and what the database says became of it. */
import { loadData } from '../../../src/curriculum/load.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import {
  type Comer,
  communityPings,
  occurrenceOf,
  type Ping,
  type PingKey,
  pingsOf,
  usualRules,
} from '../../../src/domain/groups/ping.ts';
import { comersTo } from '../../../src/store/groups/answers.ts';
import { exceptionsOfServer } from '../../../src/store/groups/exceptions.ts';
import { openStore } from '../../../src/store/open.ts';

export interface LedgerRow extends PingKey {
  readonly state: 'due' | 'sent' | 'suppressed';
  readonly dueAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly cause: string | null;
  readonly reason: string | null;
  /** `<channel id>/<message id>`, where something was posted. */
  readonly reference: string | undefined;
}

export interface YearLedger {
  /** After all that was skipped and moved so far, earliest first; reminders only to those who were known to come when `rows` was asked. */
  expected(from: Temporal.Instant, until: Temporal.Instant): Promise<readonly Ping[]>;
  /** All that was ever expected, also what a change took out of it later; and each change, once it was decided. */
  wasExpected(key: PingKey): boolean;
  /** What must have been told of: each session that was skipped or moved. */
  changes(): Promise<readonly PingKey[]>;
  /** All that was ever on record when this was asked: the bot forgets what is old. */
  rows(): Promise<readonly LedgerRow[]>;
  /** How many of these are not settled yet, or not even on record; and whatever else is to be tried again. */
  open(pings: readonly Ping[]): Promise<number>;
  close(): Promise<void>;
}

export const keyOf = ({ groupKey, occurrence, kind, audience }: PingKey) =>
  `${groupKey} ${occurrence} ${kind} ${audience}`;

export async function openLedger(database: string, guildId: string, zone: string): Promise<YearLedger> {
  const { community } = await loadData('data');
  const { db, close } = await openStore(database);
  const groups = groupsOfFile(community, zone);
  /** By group and planned time, then by member. */
  const comers = new Map<string, Map<string, Comer>>();
  const settled = new Set<string>();
  const ever = new Set<string>();
  const seen = new Map<string, LedgerRow>();
  return {
    async expected(from, until) {
      const exceptionsOf = await exceptionsOfServer(db, guildId);
      const found = groups.flatMap(group => {
        const plan = {
          group,
          exceptions: exceptionsOf(group.key),
          rules: usualRules,
          comers: ({ planned }: { readonly planned: string }) => [
            ...(comers.get(`${group.key} ${planned}`)?.values() ?? []),
          ],
          hasVoice: group.voice !== undefined,
        };
        return pingsOf(plan, from, until);
      });
      const all = [...found, ...communityPings(usualRules, zone, from, until)];
      for (const ping of all) ever.add(keyOf(ping));
      return all.sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
    },
    wasExpected: key => ever.has(keyOf(key)),
    async changes() {
      const exceptionsOf = await exceptionsOfServer(db, guildId);
      const changed = groups.flatMap(({ key: groupKey }) =>
        [...exceptionsOf(groupKey).changes.values()].map(
          (change): PingKey => ({ groupKey, occurrence: occurrenceOf(change), kind: 'change', audience: 'channel' }),
        ),
      );
      for (const key of changed) ever.add(keyOf(key));
      return changed;
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
          due_at,
          expires_at,
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
          dueAt: Temporal.Instant.from(due_at),
          expiresAt: Temporal.Instant.from(expires_at),
          cause,
          reason,
          reference: channel_id === null || message_id === null ? undefined : `${channel_id}/${message_id}`,
        }),
      );
      for (const row of found) seen.set(keyOf(row), row);
      for (const { key } of groups)
        for (const [planned, all] of await comersTo(db, guildId, key, '')) {
          const name = `${key} ${planned}`;
          const known = comers.get(name) ?? new Map<string, Comer>();
          comers.set(name, known);
          // Their first word counts: whoever was known to come before its time had to be reminded.
          for (const comer of all) if (!known.has(comer.userId)) known.set(comer.userId, comer);
        }
      return [...seen.values()];
    },
    async open(pings) {
      const { again } = await db
        .selectFrom('outbox')
        .select(eb => eb.fn.countAll<number>().as('again'))
        .where('kind', '=', 'ping')
        .where('state', '=', 'pending')
        .executeTakeFirstOrThrow();
      const waiting = pings.filter(ping => !settled.has(keyOf(ping)));
      const first = waiting[0];
      if (!first) return Number(again);
      const rows = await db
        .selectFrom('pings')
        .select(['group_key', 'occurrence', 'kind', 'audience'])
        .where('guild_id', '=', guildId)
        .where('state', '<>', 'due')
        .where('due_at', '>=', first.dueAt.toString({ fractionalSecondDigits: 3 }))
        .execute();
      for (const { group_key: groupKey, ...row } of rows) settled.add(keyOf({ groupKey, ...row }));
      return Number(again) + waiting.filter(ping => !settled.has(keyOf(ping))).length;
    },
    close,
  };
}
