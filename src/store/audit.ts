/** What organisers have changed. Only added to: nothing in it is ever changed or deleted. */
import type { AuditAction, AuditEntry, AuditRecord } from '../domain/audit.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';
import { parsed } from './problem-payload.ts';

type Entry = {
  guildId: string;
  userId: string;
  action: string;
  subject: string | null;
  before: string | null;
  after: string | null;
  now: string;
};

const insert = prepare((db, given: Given<Entry>) =>
  db.insertInto('audit').values({
    guild_id: given.guildId,
    user_id: given.userId,
    done_at: given.now,
    action: given.action,
    subject: given.subject,
    before: given.before,
    after: given.after,
  }),
);

const page = prepare((db, given: Given<{ guildId: string; before: number; limit: number }>) =>
  db
    .selectFrom('audit')
    .select(['id', 'user_id', 'done_at', 'action', 'subject', 'before', 'after'])
    .where('guild_id', '=', given.guildId)
    .where('id', '<', given.before)
    .orderBy('id', 'desc')
    .limit(given.limit),
);

/** In the transaction of the change itself. */
export async function recordAudit(
  tx: Db,
  { guildId, userId }: Member,
  { action, subject, before, after }: AuditEntry,
  now: Temporal.Instant,
): Promise<void> {
  await insert.changes(tx, {
    guildId,
    userId,
    action,
    subject: subject ?? null,
    before: json(before),
    after: json(after),
    now: toText(now),
  });
}

/** Newest first. @param before only what is older than this record. */
export async function auditRecords(
  db: Db,
  guildId: string,
  limit: number,
  before = 2 ** 31 - 1,
): Promise<readonly AuditRecord[]> {
  const rows = await page.rows(db, { guildId, before, limit });
  return rows.map(row => ({
    id: Number(row.id),
    userId: row.user_id,
    at: fromText(row.done_at),
    // A newer version of Cairn may have written it; the view has words for that.
    action: row.action as AuditAction,
    ...(row.subject === null ? {} : { subject: row.subject }),
    ...(row.before === null ? {} : { before: parsed(row.before) }),
    ...(row.after === null ? {} : { after: parsed(row.after) }),
  }));
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
