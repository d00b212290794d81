/** What happened on a server in a week: figures, and the certificates that were announced. */
import type { Db } from '../database.ts';
import { effectOf } from '../effect-payload.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface Week {
  /** Excluded. */
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

type Span = { guildId: string; from: string; until: string };

/** Of new members alone: a second path, or one taken up again, is no arrival. */
const arrivals = (db: Db, given: Given<Span>) =>
  db
    .selectFrom('enrolments as fresh')
    .where('fresh.guild_id', '=', given.guildId)
    .where('fresh.left_at', 'is', null)
    .where('fresh.enrolled_at', '>', given.from)
    .where('fresh.enrolled_at', '<=', given.until)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('enrolments as earlier')
            .select('earlier.path_id')
            .whereRef('earlier.guild_id', '=', 'fresh.guild_id')
            .whereRef('earlier.user_id', '=', 'fresh.user_id')
            .where('earlier.enrolled_at', '<=', given.from),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ticks')
            .select('ticks.item_id')
            .whereRef('ticks.guild_id', '=', 'fresh.guild_id')
            .whereRef('ticks.user_id', '=', 'fresh.user_id')
            .where('ticks.ticked_at', '<=', given.from),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('group_members')
            .select('group_members.group_key')
            .whereRef('group_members.guild_id', '=', 'fresh.guild_id')
            .whereRef('group_members.user_id', '=', 'fresh.user_id')
            .where('group_members.joined_at', '<=', given.from),
        ),
      ),
    );

const enrolled = prepare((db, given: Given<Span>) =>
  arrivals(db, given)
    .select(['fresh.path_id', eb => eb.fn.countAll<number>().as('members')])
    .groupBy('fresh.path_id')
    .orderBy('members', 'desc')
    .orderBy('fresh.path_id'),
);

const newcomers = prepare((db, given: Given<Span>) =>
  arrivals(db, given).select(eb => eb.fn.count<number>('fresh.user_id').distinct().as('members')),
);

const joined = prepare((db, given: Given<Span>) =>
  db
    .selectFrom('group_members')
    .select(['group_key', eb => eb.fn.countAll<number>().as('members')])
    .where('guild_id', '=', given.guildId)
    .where('left_at', 'is', null)
    .where('joined_at', '>', given.from)
    .where('joined_at', '<=', given.until)
    .groupBy('group_key')
    .orderBy('members', 'desc')
    .orderBy('group_key'),
);

const announced = prepare((db, given: Given<Span>) =>
  db
    .selectFrom('outbox')
    .select('payload')
    .where('guild_id', '=', given.guildId)
    .where('kind', '=', 'announce-certificate')
    .where('state', '=', 'delivered')
    .where('settled_at', '>', given.from)
    .where('settled_at', '<=', given.until)
    .orderBy('settled_at')
    .orderBy('id'),
);

const span = (guildId: string, { from, until }: Week): Span => ({ guildId, from: toText(from), until: toText(until) });

/** How many new members took up each path, most first, and how many members that were. */
export async function enrolledIn(db: Db, guildId: string, week: Week) {
  const rows = await enrolled.rows(db, span(guildId, week));
  return {
    members: Number((await newcomers.first(db, span(guildId, week)))?.members ?? 0),
    paths: rows.map(({ path_id: pathId, members }) => ({ pathId, members: Number(members) })),
  };
}

/** How many joined each group, most first. */
export async function joinedIn(db: Db, guildId: string, week: Week) {
  const rows = await joined.rows(db, span(guildId, week));
  return rows.map(({ group_key: groupKey, members }) => ({ groupKey, members: Number(members) }));
}

/** Certificates whose announcement, which only their holders can ask for, went out. */
export async function announcedIn(db: Db, guildId: string, week: Week) {
  const rows = await announced.rows(db, span(guildId, week));
  return rows.flatMap(({ payload }) => {
    const effect = effectOf(payload);
    return effect?.kind === 'announce-certificate'
      ? [{ member: effect.member, certificateId: effect.certificateId }]
      : [];
  });
}
