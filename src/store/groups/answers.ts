/** Who said they come to a session and has not left the server since, and how they want to be reminded. */
import { sql } from 'kysely';
import type { Comer } from '../../domain/groups/ping.ts';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { isHere } from '../departures.ts';
import { fromText, toText } from '../instants.ts';
import { brought, isNewer } from '../newer.ts';
import { type Given, prepare } from '../prepare.ts';
import { restOf } from './rests.ts';

type Coming = { guildId: string; groupKey: string; from: string };

const coming = prepare((db, given: Given<Coming>) =>
  db
    .selectFrom('session_answers as answer')
    .leftJoin('member_settings as settings', join =>
      join.onRef('settings.guild_id', '=', 'answer.guild_id').onRef('settings.user_id', '=', 'answer.user_id'),
    )
    .select([
      'answer.planned',
      'answer.user_id',
      'settings.reminder_lead',
      'settings.reminder_where',
      'settings.dm_closed_at',
      'answer.answered_at',
      'settings.reminder_changed_at',
    ])
    .where('answer.guild_id', '=', given.guildId)
    .where('answer.group_key', '=', given.groupKey)
    .where('answer.planned', '>=', given.from)
    .where('answer.is_coming', '=', 1)
    .where(isHere('answer'))
    .orderBy('answer.answered_at'),
);

/** Of those who said so for any of these sessions: a rest that is over does no harm. */
const resting = prepare((db, given: Given<Coming>) =>
  db
    .selectFrom('rests')
    .select(['user_id', 'from_date', 'until_date', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', 'in', eb =>
      eb
        .selectFrom('session_answers')
        .select('user_id')
        .where('guild_id', '=', given.guildId)
        .where('group_key', '=', given.groupKey)
        .where('planned', '>=', given.from)
        .where('is_coming', '=', 1),
    ),
);

type Answer = { guildId: string; groupKey: string; planned: string; userId: string };

const save = prepare((db, given: Given<Answer & { isComing: 0 | 1; now: string; by: string }>) =>
  db
    .insertInto('session_answers')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      planned: given.planned,
      user_id: given.userId,
      is_coming: given.isComing,
      source: 'button',
      answered_at: given.now,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'group_key', 'planned', 'user_id'])
        .doUpdateSet({
          is_coming: brought('is_coming').$castTo<0 | 1>(),
          source: brought('source').$castTo<'button'>(),
          answered_at: brought('answered_at'),
          changed_by: brought('changed_by'),
        })
        .where(eb =>
          eb.or([
            eb('session_answers.changed_by', 'is', null),
            isNewer(brought('changed_by'), sql.ref('session_answers.changed_by')),
          ]),
        ),
    ),
);

const counted = prepare((db, given: Given<{ guildId: string; groupKey: string; from: string }>) =>
  db
    .selectFrom('session_answers')
    .select(['planned', eb => eb.fn.countAll<number>().as('coming')])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('planned', '>=', given.from)
    .where('is_coming', '=', 1)
    .where(isHere('session_answers'))
    .groupBy('planned'),
);

const answered = prepare((db, given: Given<{ guildId: string; groupKey: string; planned: string }>) =>
  db
    .selectFrom('session_answers')
    .select('user_id')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('planned', '=', given.planned)
    .where('is_coming', '=', 1)
    .where(isHere('session_answers'))
    .orderBy('answered_at')
    .orderBy('user_id'),
);

/** Who said they come to one session, whether they rest or not. */
export async function comersAnswered(
  db: Db,
  guildId: string,
  { groupKey, planned }: { readonly groupKey: string; readonly planned: string },
): Promise<readonly string[]> {
  return (await answered.rows(db, { guildId, groupKey, planned })).map(row => row.user_id);
}

/** By a button. False when a later press has decided already. */
export async function saveAnswer(
  tx: Db,
  { guildId, userId }: Member,
  { groupKey, planned, isComing }: { readonly groupKey: string; readonly planned: string; readonly isComing: boolean },
  by: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = { guildId, groupKey, planned, userId, isComing: isComing ? 1 : 0, now: toText(now), by } as const;
  return (await save.changes(tx, values)) > 0;
}

/** How many said they come, by `planned`, from that day on. */
export async function comingCounts(
  db: Db,
  guildId: string,
  groupKey: string,
  from: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await counted.rows(db, { guildId, groupKey, from });
  return new Map(rows.map(({ planned, coming }) => [planned, Number(coming)]));
}

/** By `planned`; also who rests then. @param from a date or wall time: what was planned earlier is left out. */
export async function comersTo(
  db: Db,
  guildId: string,
  groupKey: string,
  from: string,
): Promise<ReadonlyMap<string, readonly Comer[]>> {
  const rows = await coming.rows(db, { guildId, groupKey, from });
  const restsBy = Map.groupBy(await resting.rows(db, { guildId, groupKey, from }), row => row.user_id);
  const comers = rows.map(row => {
    const { user_id: userId, reminder_lead, reminder_where: where, reminder_changed_at, dm_closed_at } = row;
    const lead = where === 'off' ? undefined : (reminder_lead ?? 'usual');
    // As text, instants sort by time.
    const since = fromText([row.answered_at, reminder_changed_at ?? '', dm_closed_at ?? ''].toSorted().at(-1) ?? '');
    const way = where === 'dm' && dm_closed_at === null ? 'dm' : 'thread';
    const rests = restsBy.get(userId)?.map(restOf);
    return { planned: row.planned, comer: { userId, lead, where: way, since, ...(rests ? { rests } : {}) } as const };
  });
  return new Map(
    [...Map.groupBy(comers, ({ planned }) => planned)].map(([planned, found]) => [
      planned,
      found.map(({ comer }) => comer),
    ]),
  );
}
