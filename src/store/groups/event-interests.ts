/**
 * Who is interested in an event on Discord's own calendar, as far as Cairn has heard. Only news is an answer: whoever
 * changed their mind by a button is not overruled by an event that Discord tells twice.
 */
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string; eventId: string; userId: string };

const add = prepare((db, given: Given<Key>) =>
  db
    .insertInto('event_interests')
    .values({ guild_id: given.guildId, event_id: given.eventId, user_id: given.userId })
    .onConflict(conflict => conflict.doNothing()),
);

const remove = prepare((db, given: Given<Key>) =>
  db
    .deleteFrom('event_interests')
    .where('guild_id', '=', given.guildId)
    .where('event_id', '=', given.eventId)
    .where('user_id', '=', given.userId),
);

const ofEvent = prepare((db, given: Given<{ guildId: string; eventId: string }>) =>
  db
    .selectFrom('event_interests')
    .select('user_id')
    .where('guild_id', '=', given.guildId)
    .where('event_id', '=', given.eventId),
);

/** What is not Cairn's any more. */
const forgetOthers = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .deleteFrom('event_interests')
    .where('guild_id', '=', given.guildId)
    .where('event_id', 'not in', eb =>
      eb
        .selectFrom('bindings')
        .select(inner => inner.ref('bindings.discord_id').$notNull().as('id'))
        .where('bindings.guild_id', '=', given.guildId)
        .where('bindings.name', 'like', 'event:%')
        .where('bindings.discord_id', 'is not', null),
    ),
);

type Answer = { guildId: string; groupKey: string; planned: string; userId: string; isComing: 0 | 1; now: string };

const answer = prepare((db, given: Given<Answer>) =>
  db
    .insertInto('session_answers')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      planned: given.planned,
      user_id: given.userId,
      is_coming: given.isComing,
      source: 'event',
      answered_at: given.now,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'group_key', 'planned', 'user_id'])
        .doUpdateSet(eb => ({
          is_coming: eb.ref('excluded.is_coming'),
          source: eb.ref('excluded.source'),
          answered_at: eb.ref('excluded.answered_at'),
        }))
        .whereRef('session_answers.answered_at', '<=', 'excluded.answered_at'),
    ),
);

export interface Interest {
  readonly guildId: string;
  readonly eventId: string;
  readonly userId: string;
  /** "Interested" means coming. */
  readonly isInterested: boolean;
}

/** The session the event was made for. */
export interface OfSession {
  readonly groupKey: string;
  readonly planned: string;
}

/** In a transaction. False where it is no news. */
export async function noteInterest(
  tx: Db,
  { groupKey, planned }: OfSession,
  { guildId, eventId, userId, isInterested }: Interest,
  now: Temporal.Instant,
): Promise<boolean> {
  const change = isInterested ? add : remove;
  if ((await change.changes(tx, { guildId, eventId, userId })) === 0) return false;
  const isComing = isInterested ? 1 : 0;
  await answer.changes(tx, { guildId, groupKey, planned, userId, isComing, now: toText(now) });
  return true;
}

export async function interestedIn(db: Db, guildId: string, eventId: string): Promise<readonly string[]> {
  return (await ofEvent.rows(db, { guildId, eventId })).map(row => row.user_id);
}

export async function forgetOtherInterests(db: Db, guildId: string): Promise<void> {
  await forgetOthers.changes(db, { guildId });
}
