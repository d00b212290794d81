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

const enrolled = prepare((db, given: Given<Span>) =>
  db
    .selectFrom('enrolments')
    .select(['path_id', eb => eb.fn.countAll<number>().as('members')])
    .where('guild_id', '=', given.guildId)
    .where('left_at', 'is', null)
    .where('enrolled_at', '>', given.from)
    .where('enrolled_at', '<=', given.until)
    .groupBy('path_id')
    .orderBy('members', 'desc')
    .orderBy('path_id'),
);

const newcomers = prepare((db, given: Given<Span>) =>
  db
    .selectFrom('enrolments')
    .select(eb => eb.fn.count<number>('user_id').distinct().as('members'))
    .where('guild_id', '=', given.guildId)
    .where('left_at', 'is', null)
    .where('enrolled_at', '>', given.from)
    .where('enrolled_at', '<=', given.until),
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

/** How many took up each path, most first, and how many members that were. */
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
