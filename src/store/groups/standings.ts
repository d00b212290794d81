/** Where a group's members stand, and who has been idle for a while: read for aggregates, without names. */
import { sql } from 'kysely';
import type { MemberStanding } from '../../domain/groups/agenda.ts';
import type { Idle } from '../../domain/groups/stuck.ts';
import type { Db } from '../database.ts';
import { isHere } from '../departures.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type OfGroup = { guildId: string; groupKey: string };

const paths = sql<string>`string_agg(enrolments.path_id, ',' order by enrolments.enrolled_at, enrolments.path_id)`;
const items = sql<string>`string_agg(ticks.item_id, ',')`;

const pathsOfGroup = prepare((db, given: Given<OfGroup>) =>
  db
    .selectFrom('group_members as member')
    .innerJoin('enrolments', join =>
      join
        .onRef('enrolments.guild_id', '=', 'member.guild_id')
        .onRef('enrolments.user_id', '=', 'member.user_id')
        .on('enrolments.left_at', 'is', null),
    )
    .select(['member.user_id', paths.as('paths')])
    .where('member.guild_id', '=', given.guildId)
    .where('member.group_key', '=', given.groupKey)
    .where('member.left_at', 'is', null)
    .where(isHere('member'))
    .groupBy('member.user_id'),
);

const ticksOfGroup = prepare((db, given: Given<OfGroup & { before: string }>) =>
  db
    .selectFrom('group_members as member')
    .innerJoin('ticks', join =>
      join
        .onRef('ticks.guild_id', '=', 'member.guild_id')
        .onRef('ticks.user_id', '=', 'member.user_id')
        .on('ticks.undone_at', 'is', null),
    )
    .select(['member.user_id', items.as('items')])
    .select(
      sql<string | null>`string_agg(case when ticks.ticked_at <= ${given.before} then ticks.item_id end, ',')`.as(
        'before',
      ),
    )
    .where('member.guild_id', '=', given.guildId)
    .where('member.group_key', '=', given.groupKey)
    .where('member.left_at', 'is', null)
    .where(isHere('member'))
    .groupBy('member.user_id'),
);

/** Who is on a path and took their latest step in that time: those who took up a path last, as many as one reads in one go. */
const idle = prepare((db, given: Given<{ guildId: string; from: string; until: string; limit: number }>) =>
  db
    .with('own', own =>
      own
        .selectFrom('enrolments')
        .select(['user_id', paths.as('paths'), eb => eb.fn.max('enrolled_at').as('enrolled')])
        .where('guild_id', '=', given.guildId)
        .where('left_at', 'is', null)
        .groupBy('user_id'),
    )
    .with('done', done =>
      done
        .selectFrom('ticks')
        .select(['user_id', eb => eb.fn.max('ticked_at').as('ticked')])
        .where('guild_id', '=', given.guildId)
        .where('undone_at', 'is', null)
        .groupBy('user_id'),
    )
    .with('waiting', waiting =>
      waiting
        .selectFrom('own')
        .leftJoin('done', 'done.user_id', 'own.user_id')
        .select(['own.user_id', 'own.paths'])
        .where('own.enrolled', '<=', given.until)
        .where(eb => eb.or([eb('done.ticked', 'is', null), eb('done.ticked', '<=', given.until)]))
        .where(eb => eb.or([eb('own.enrolled', '>=', given.from), eb('done.ticked', '>=', given.from)]))
        .orderBy('own.enrolled', 'desc')
        .orderBy('own.user_id')
        .limit(given.limit),
    )
    .selectFrom('waiting')
    .leftJoin('ticks', join =>
      join
        .onRef('ticks.user_id', '=', 'waiting.user_id')
        .on('ticks.guild_id', '=', given.guildId)
        .on('ticks.undone_at', 'is', null),
    )
    .select(['waiting.paths', items.as('items')])
    .groupBy(['waiting.user_id', 'waiting.paths']),
);

/** Those who are in the group and on some path, in no order. @param before a week before the meeting. */
export async function standingsOfGroup(
  db: Db,
  guildId: string,
  groupKey: string,
  before: Temporal.Instant,
): Promise<readonly MemberStanding[]> {
  const ticks = await ticksOfGroup.rows(db, { guildId, groupKey, before: toText(before) });
  const ticksBy = new Map(ticks.map(row => [row.user_id, row]));
  const rows = await pathsOfGroup.rows(db, { guildId, groupKey });
  return rows.map(({ user_id, paths: joined }) => {
    const own = ticksBy.get(user_id);
    return { pathIds: split(joined), ticked: setOf(own?.items), tickedBefore: setOf(own?.before) };
  });
}

const mostIdle = 2_000;

export async function idleMembers(
  db: Db,
  guildId: string,
  { from, until }: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<readonly Idle[]> {
  const rows = await idle.rows(db, { guildId, from: toText(from), until: toText(until), limit: mostIdle });
  return rows.map(row => ({ pathIds: split(row.paths), ticked: setOf(row.items) }));
}

const split = (joined: string | null | undefined): readonly string[] => joined?.split(',') ?? [];
const setOf = (joined: string | null | undefined): ReadonlySet<string> => new Set(split(joined));
