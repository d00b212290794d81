/** Who was at which session. What a host noted stays a host's: the member's own button does not change it. */
import { sql } from 'kysely';
import type { Attendee } from '../../domain/groups/attendance.ts';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { brought, isNewer } from '../newer.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string; groupKey: string; planned: string };
type Row = Key & { userId: string; isHere: 0 | 1; notedBy: string; now: string; by: string };

const save = prepare((db, given: Given<Row>) =>
  db
    .insertInto('attendances')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      planned: given.planned,
      user_id: given.userId,
      is_here: given.isHere,
      noted_by: given.notedBy,
      noted_at: given.now,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'group_key', 'planned', 'user_id'])
        .doUpdateSet({
          is_here: brought('is_here').$castTo<0 | 1>(),
          noted_by: brought('noted_by'),
          noted_at: brought('noted_at'),
          changed_by: brought('changed_by'),
        })
        .where(isNewer(brought('changed_by'), sql.ref('attendances.changed_by'))),
    ),
);

const ofSession = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('attendances')
    .select(['user_id', 'is_here', 'noted_by', 'noted_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('planned', '=', given.planned)
    .orderBy('noted_at')
    .orderBy('user_id'),
);

const ofMember = prepare((db, given: Given<{ guildId: string; userId: string; from: string }>) =>
  db
    .selectFrom('attendances')
    .select(['planned'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('planned', '>=', given.from)
    .where('is_here', '=', 1)
    .orderBy('planned'),
);

const counted = prepare((db, given: Given<{ guildId: string; groupKey: string; from: string }>) =>
  db
    .selectFrom('attendances')
    .select(['planned', eb => eb.fn.countAll<number>().as('here')])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('planned', '>=', given.from)
    .where('is_here', '=', 1)
    .groupBy('planned'),
);

export interface OfSession {
  readonly groupKey: string;
  readonly planned: string;
}

/** False when a later interaction has decided already. @param notedBy the member, or a host. */
export async function saveAttendance(
  tx: Db,
  { guildId, userId }: Member,
  { groupKey, planned }: OfSession,
  { isHere, notedBy }: { readonly isHere: boolean; readonly notedBy: string },
  by: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = { guildId, groupKey, planned, userId, notedBy, now: toText(now), by };
  return (await save.changes(tx, { ...values, isHere: isHere ? 1 : 0 })) > 0;
}

/** In the order in which they were noted, also those noted as not here. */
export async function attendeesOf(
  db: Db,
  guildId: string,
  { groupKey, planned }: OfSession,
): Promise<readonly Attendee[]> {
  const rows = await ofSession.rows(db, { guildId, groupKey, planned });
  return rows.map(({ user_id: userId, is_here, noted_by: notedBy, noted_at }) => {
    return { userId, isHere: is_here === 1, notedBy, at: fromText(noted_at) };
  });
}

/** Planned wall times of the sessions the member was at, planned for that day or later. */
export async function attendedBy(db: Db, { guildId, userId }: Member, from: string): Promise<readonly string[]> {
  return (await ofMember.rows(db, { guildId, userId, from })).map(row => row.planned);
}

/** How many were at each session of a group, by `planned`. */
export async function hereCounts(
  db: Db,
  guildId: string,
  groupKey: string,
  from: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await counted.rows(db, { guildId, groupKey, from });
  return new Map(rows.map(({ planned, here }) => [planned, Number(here)]));
}
