/** Which paths a member is on. A path that was left stays as a row, so that an older click cannot bring it back. */
import { sql } from 'kysely';
import type { Enrolment } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { brought, isNewer } from './newer.ts';
import { type Given, prepare } from './prepare.ts';

type Change = { guildId: string; userId: string; pathId: string; at: string; by: string };

const save = prepare((db, given: Given<Change>) =>
  db
    .insertInto('enrolments')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      path_id: given.pathId,
      enrolled_at: given.at,
      left_at: null,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'user_id', 'path_id'])
        .doUpdateSet({ enrolled_at: brought('enrolled_at'), left_at: null, changed_by: brought('changed_by') })
        .where('enrolments.left_at', 'is not', null)
        .where(isNewer(brought('changed_by'), sql.ref('enrolments.changed_by'))),
    ),
);

const end = prepare((db, given: Given<Change>) =>
  db
    .updateTable('enrolments')
    .set({ left_at: given.at, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('path_id', '=', given.pathId)
    .where('left_at', 'is', null)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

/** Of no interaction: whatever the member does next comes after it, and what they did before stays done. */
const saveWished = prepare((db, given: Given<Omit<Change, 'by'>>) =>
  db
    .insertInto('enrolments')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      path_id: given.pathId,
      enrolled_at: given.at,
      left_at: null,
      changed_by: '0',
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'user_id', 'path_id'])
        .doUpdateSet({ enrolled_at: brought('enrolled_at'), left_at: null })
        .where('enrolments.left_at', 'is not', null),
    ),
);

/** False when nothing changed: the member is on the path already, or a later interaction than `by` has decided. */
export async function enrol(db: Db, { guildId, userId }: Member, enrolment: Enrolment, by: string): Promise<boolean> {
  const { pathId, since } = enrolment;
  return (await save.changes(db, { guildId, userId, pathId, at: toText(since), by })) > 0;
}

/** For a member who has shown by picking its role that they want to be on the path. False when they are on it already. */
export async function enrolAsWished(db: Db, { guildId, userId }: Member, enrolment: Enrolment): Promise<boolean> {
  const { pathId, since } = enrolment;
  return (await saveWished.changes(db, { guildId, userId, pathId, at: toText(since) })) > 0;
}

/** False when nothing changed: the member is not on the path, or a later interaction than `by` has decided. */
export async function leave(
  db: Db,
  { guildId, userId }: Member,
  pathId: string,
  at: Temporal.Instant,
  by: string,
): Promise<boolean> {
  return (await end.changes(db, { guildId, userId, pathId, at: toText(at), by })) > 0;
}
