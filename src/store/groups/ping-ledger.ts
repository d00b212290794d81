/** The ledger of what was due by the calendar, for somebody who wants to read it. */
import { unsaid } from '../../domain/groups/explain.ts';
import { communityKey } from '../../domain/groups/group.ts';
import type { Ping, PingKey } from '../../domain/groups/ping.ts';
import type { Cause } from '../../domain/groups/suppression.ts';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';
import type { PingRow } from './schema.ts';

export interface LedgerEntry extends Ping {
  /** Before, nobody could know that it would be due. */
  readonly knownAt: Temporal.Instant;
  readonly state: 'due' | 'sent' | 'suppressed';
  readonly settledAt?: Temporal.Instant;
  readonly cause?: Cause;
  readonly reason?: string;
  readonly channelId?: string;
  readonly messageId?: string;
}

type Key = { guildId: string } & { -readonly [K in keyof PingKey]: PingKey[K] };

const one = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('pings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('occurrence', '=', given.occurrence)
    .where('kind', '=', given.kind)
    .where('audience', '=', given.audience),
);

type Latest = { guildId: string; groupKey: string; now: string; userId: string; snoozed: string; limit: number };

const latest = prepare((db, given: Given<Latest>) =>
  db
    .selectFrom('pings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('due_at', '<=', given.now)
    .where('kind', 'not in', unsaid)
    .where(eb =>
      eb.or([
        eb('kind', '<>', 'reminder'),
        eb('audience', 'like', 'thread-%'),
        eb('audience', '=', given.userId),
        eb('audience', 'like', given.snoozed),
      ]),
    )
    .orderBy('due_at', 'desc')
    .orderBy('settled_at', 'desc')
    .orderBy('kind')
    .limit(given.limit),
);

const waiting = prepare((db, given: Given<{ guildId: string; groupKey: string; now: string; snoozed: string }>) =>
  db
    .selectFrom('pings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('due_at', '>', given.now)
    .where('state', '=', 'due')
    .where('kind', '=', 'reminder')
    .where('audience', 'like', given.snoozed)
    .orderBy('due_at'),
);

const ofOccurrence = prepare((db, given: Given<{ guildId: string; groupKey: string; occurrence: string }>) =>
  db
    .selectFrom('pings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('occurrence', '=', given.occurrence)
    .orderBy('due_at'),
);

const spent = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('pings')
    .select(['occurrence', 'kind', 'audience'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('state', '<>', 'suppressed'),
);

const lost = prepare((db, given: Given<{ guildId: string; after: string; until: string }>) =>
  db
    .selectFrom('pings')
    .selectAll()
    .where('guild_id', '=', given.guildId)
    .where('state', '=', 'suppressed')
    .where('cause', 'in', ['not-running', 'unreachable'])
    .where('kind', '<>', 'summary')
    .where('settled_at', '>', given.after)
    .where('settled_at', '<=', given.until)
    .orderBy('due_at')
    .orderBy('group_key'),
);

const suppressions = prepare((db, given: Given<{ guildId: string; since: string }>) =>
  db
    .selectFrom('pings')
    .select(['group_key', eb => eb.fn.countAll<number>().as('times')])
    .where('guild_id', '=', given.guildId)
    .where('state', '=', 'suppressed')
    .where('cause', '<>', 'dropped')
    .where('settled_at', '>', given.since)
    .groupBy('group_key'),
);

type Around = { guildId: string; groupKey: string; kind: Ping['kind']; after: string; before: string };

const around = prepare((db, given: Given<Around>) =>
  db
    .selectFrom('pings')
    .select('occurrence')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('due_at', '>', given.after)
    .where('due_at', '<', given.before)
    .where('kind', '=', given.kind)
    .where('state', '<>', 'suppressed')
    .limit(1),
);

const lastSummary = prepare((db, given: Given<{ guildId: string; groupKey: string; before: string }>) =>
  db
    .selectFrom('pings')
    .select(eb => eb.fn.max('settled_at').as('at'))
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'summary')
    .where('state', '=', 'sent')
    .where('settled_at', '<', given.before),
);

export async function findPing(db: Db, guildId: string, key: PingKey): Promise<LedgerEntry | undefined> {
  const { groupKey, occurrence, kind, audience } = key;
  const row = await one.first(db, { guildId, groupKey, occurrence, kind, audience });
  return row && entryOf(row);
}

/** Whether one of the kind was said, or is about to be, due nearer to this one than that. */
export async function isSaidAround(
  db: Db,
  guildId: string,
  { groupKey, kind, dueAt }: Ping,
  span: Temporal.Duration,
): Promise<boolean> {
  const [after, before] = [toText(dueAt.subtract(span)), toText(dueAt.add(span))];
  return (await around.first(db, { guildId, groupKey, kind, after, before })) !== undefined;
}

/** Those that were due, the latest first; of reminders by direct message only the member's own. */
export async function latestPings(
  db: Db,
  { guildId, userId }: Member,
  groupKey: string,
  now: Temporal.Instant,
  limit: number,
): Promise<readonly LedgerEntry[]> {
  const values = { guildId, groupKey, now: toText(now), userId, snoozed: `${userId}+%`, limit };
  return (await latest.rows(db, values)).map(entryOf);
}

/** The member's own reminders that they put off and that are still to come. */
export async function putOffPings(
  db: Db,
  { guildId, userId }: Member,
  groupKey: string,
  now: Temporal.Instant,
): Promise<readonly LedgerEntry[]> {
  const rows = await waiting.rows(db, { guildId, groupKey, now: toText(now), snoozed: `${userId}+%` });
  return rows.map(entryOf);
}

/** Whether a ping of the group was said, or is being said: whatever makes it due again, it is not planned anew. */
export async function spentPings(db: Db, guildId: string, groupKey: string): Promise<(ping: PingKey) => boolean> {
  const nameOf = ({ occurrence, kind, audience }: Omit<PingKey, 'groupKey'>) => `${occurrence} ${kind} ${audience}`;
  const names = new Set((await spent.rows(db, { guildId, groupKey })).map(nameOf));
  return ping => names.has(nameOf(ping));
}

/** All of one session's date, or week's: earliest due first. */
export async function pingsOfOccurrence(
  db: Db,
  guildId: string,
  groupKey: string,
  occurrence: string,
): Promise<readonly LedgerEntry[]> {
  return (await ofOccurrence.rows(db, { guildId, groupKey, occurrence })).map(entryOf);
}

/** What outages kept from being said and no summary has named yet: earliest due first. */
export async function lostSinceSummary(
  db: Db,
  guildId: string,
  now: Temporal.Instant,
): Promise<readonly LedgerEntry[]> {
  const after = (await lastSummary.first(db, { guildId, groupKey: communityKey, before: toText(now) }))?.at ?? '';
  return (await lost.rows(db, { guildId, after, until: toText(now) })).map(entryOf);
}

/** How often something was not said since then, though it still made sense: by group. */
export async function countSuppressed(
  db: Db,
  guildId: string,
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await suppressions.rows(db, { guildId, since: toText(since) });
  return new Map(rows.map(({ group_key, times }) => [group_key, Number(times)]));
}

function entryOf(row: PingRow): LedgerEntry {
  return {
    groupKey: row.group_key,
    occurrence: row.occurrence,
    kind: row.kind,
    audience: row.audience,
    knownAt: fromText(row.known_at),
    dueAt: fromText(row.due_at),
    expiresAt: fromText(row.expires_at),
    state: row.state,
    ...(row.settled_at === null ? {} : { settledAt: fromText(row.settled_at) }),
    ...(row.cause === null ? {} : { cause: row.cause }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.channel_id === null ? {} : { channelId: row.channel_id }),
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
  };
}
