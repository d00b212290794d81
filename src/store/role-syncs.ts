/** The effects that set members' roles right: each change has one of its own, and only the latest says anything. */
import type { DeliveryState } from '../domain/delivery.ts';
import { syncsOf } from '../domain/effect.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

const latest = prepare((db, given: Given<{ from: string; to: string }>) =>
  db
    .selectFrom('outbox')
    .select('state')
    .where('key', '>=', given.from)
    .where('key', '<', given.to)
    .orderBy('id', 'desc')
    .limit(1),
);

const begun = prepare((db, given: Given<{ from: string; to: string; now: string }>) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('key', '>=', given.from)
    .where('key', '<', given.to)
    .where('settled_at', 'is', null)
    .where('leased_until', '>', given.now)
    .limit(1),
);

const hasten = prepare((db, given: Given<{ from: string; to: string; now: string }>) =>
  db
    .updateTable('outbox')
    .set({ due_at: given.now })
    .where('key', '>=', given.from)
    .where('key', '<', given.to)
    .where('settled_at', 'is', null)
    .where('due_at', '>', given.now),
);

const prune = prepare((db, given: Given<{ guildId: string; before: string }>) =>
  db
    .deleteFrom('outbox')
    .where('guild_id', '=', given.guildId)
    .where('kind', '=', 'sync-roles')
    .where('state', 'in', ['delivered', 'dropped'])
    .where('settled_at', '<', given.before),
);

/** What became of the latest; undefined where it is long done, or there was none. */
export async function latestSync(db: Db, member: Member): Promise<DeliveryState | undefined> {
  return (await latest.first(db, keysOf(member)))?.state;
}

/** One is being carried out: it may have looked at the member before what happened just now. */
export async function isSyncing(db: Db, member: Member, now: Temporal.Instant): Promise<boolean> {
  return (await begun.first(db, { ...keysOf(member), now: toText(now) })) !== undefined;
}

/** What waits, for the rules gate or for a repair, is tried now. */
export async function hastenSyncs(db: Db, member: Member, now: Temporal.Instant): Promise<void> {
  await hasten.changes(db, { ...keysOf(member), now: toText(now) });
}

/** Every key that begins so, and no other: '0' comes right after '/'. */
function keysOf(member: Member): { from: string; to: string } {
  const from = syncsOf(member);
  return { from, to: `${from.slice(0, -1)}0` };
}

/** Else there would be one for every step of every member, for ever. */
export async function forgetSyncs(db: Db, guildId: string, before: Temporal.Instant): Promise<void> {
  await prune.changes(db, { guildId, before: toText(before) });
}
