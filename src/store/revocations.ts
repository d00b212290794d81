/** Certificates that organisers have revoked. They stay on record, and so does what was issued of them. */
import type { RevocationReason } from '../domain/issued-certificate.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Key = { guildId: string; userId: string; certificateId: string };

const mark = prepare((db, given: Given<Key & { why: string; now: string }>) =>
  db
    .updateTable('certificates')
    .set({ revoked_at: given.now, revoked_why: given.why })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('certificate_id', '=', given.certificateId)
    .where('revoked_at', 'is', null),
);

const indexes = prepare((db, given: Given<{ from: number; to: number }>) =>
  db
    .selectFrom('issued_certificates as issued')
    .innerJoin('certificates as earned', join =>
      join
        .onRef('earned.guild_id', '=', 'issued.guild_id')
        .onRef('earned.user_id', '=', 'issued.user_id')
        .onRef('earned.certificate_id', '=', 'issued.certificate_id'),
    )
    .select('issued.status_index')
    .where('earned.revoked_at', 'is not', null)
    .where('issued.status_index', '>=', given.from)
    .where('issued.status_index', '<', given.to)
    .orderBy('issued.status_index'),
);

/** False when it is revoked already, or was never earned. */
export async function revoke(
  tx: Db,
  { guildId, userId }: Member,
  certificateId: string,
  why: RevocationReason,
  now: Temporal.Instant,
): Promise<boolean> {
  return (await mark.changes(tx, { guildId, userId, certificateId, why, now: toText(now) })) > 0;
}

/** Places in the status lists, from the first to before the last. */
export async function revokedIndexes(db: Db, from: number, to: number): Promise<readonly number[]> {
  return (await indexes.rows(db, { from, to })).map(row => Number(row.status_index));
}
