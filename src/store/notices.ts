/** What organisers must repair, and whether they have heard of it. */
import { sql } from 'kysely';
import { problemKey } from '../domain/effect.ts';
import type { OrganiserProblem } from '../domain/problem.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';
import { asProblem, parsed } from './problem-payload.ts';

/** What lasts is told again once a day. */
const silence = Temporal.Duration.from({ hours: 24 });

type Raised = { guildId: string; key: string; problem: string; now: string; toldBefore: string };

const save = prepare((db, given: Given<Raised>) =>
  db
    .insertInto('notices')
    .values({
      guild_id: given.guildId,
      key: given.key,
      problem: given.problem,
      raised_at: given.now,
      told_at: null,
    })
    .onConflict(conflict =>
      conflict.columns(['guild_id', 'key']).doUpdateSet({
        problem: sql<string>`excluded.problem`,
        raised_at: sql<string>`excluded.raised_at`,
        told_at: sql<
          string | null
        >`case when notices.told_at <= ${given.toldBefore} then null else notices.told_at end`,
      }),
    )
    .returning('told_at'),
);

const findUntold = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('notices')
    .select('problem')
    .where('guild_id', '=', given.guildId)
    .where('told_at', 'is', null)
    .orderBy('raised_at')
    .orderBy('key'),
);

const mark = prepare((db, given: Given<{ guildId: string; key: string; now: string }>) =>
  db
    .updateTable('notices')
    .set({ told_at: given.now })
    .where('guild_id', '=', given.guildId)
    .where('key', '=', given.key),
);

/** True when the organisers should hear of it now: they never have, or not for a day. */
export async function raise(
  db: Db,
  guildId: string,
  problem: OrganiserProblem,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await save.first(db, {
    guildId,
    key: problemKey(problem),
    problem: JSON.stringify(problem),
    now: toText(now),
    toldBefore: toText(now.subtract(silence)),
  });
  return row?.told_at === null;
}

/** Oldest first. */
export async function untold(db: Db, guildId: string): Promise<readonly OrganiserProblem[]> {
  const rows = await findUntold.rows(db, { guildId });
  return rows.flatMap(({ problem }) => asProblem(parsed(problem)) ?? []);
}

export async function markTold(
  db: Db,
  guildId: string,
  told: readonly OrganiserProblem[],
  now: Temporal.Instant,
): Promise<void> {
  for (const problem of told) await mark.changes(db, { guildId, key: problemKey(problem), now: toText(now) });
}
