/** When somebody looked at the calendar, of all processes together: what lies between two stretches is an outage. */
import type { Outage } from '../domain/groups/suppression.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

const latest = prepare(db =>
  db.selectFrom('uptimes').select(['began_at', 'seen_at']).orderBy('began_at', 'desc').limit(1),
);

const begin = prepare((db, given: Given<{ now: string }>) =>
  db
    .insertInto('uptimes')
    .values({ began_at: given.now, seen_at: given.now })
    .onConflict(conflict => conflict.doNothing()),
);

const goOn = prepare((db, given: Given<{ beganAt: string; now: string }>) =>
  db
    .updateTable('uptimes')
    .set({ seen_at: given.now })
    .where('began_at', '=', given.beganAt)
    .where('seen_at', '<', given.now),
);

const forgetAhead = prepare((db, given: Given<{ now: string }>) =>
  db.deleteFrom('uptimes').where('began_at', '>', given.now),
);

const cutAhead = prepare((db, given: Given<{ now: string }>) =>
  db.updateTable('uptimes').set({ seen_at: given.now }).where('seen_at', '>', given.now),
);

const since = prepare((db, given: Given<{ from: string }>) =>
  db.selectFrom('uptimes').select(['began_at', 'seen_at']).where('began_at', '>', given.from).orderBy('began_at'),
);

const before = prepare((db, given: Given<{ from: string }>) =>
  db
    .selectFrom('uptimes')
    .select(['began_at', 'seen_at'])
    .where('began_at', '<=', given.from)
    .orderBy('began_at', 'desc')
    .limit(1),
);

const prune = prepare((db, given: Given<{ before: string }>) =>
  db.deleteFrom('uptimes').where('seen_at', '<', given.before),
);

/** Between two notes of one stretch; whoever was away longer was not there. */
const longestBlink = Temporal.Duration.from({ minutes: 2 });

/** Somebody looks at the calendar now. In a transaction. */
export async function noteUptime(tx: Db, now: Temporal.Instant): Promise<void> {
  const at = toText(now);
  let last = await latest.first(tx, {});
  if (last && last.seen_at > toText(now.add(longestBlink))) {
    // The clock was ahead: what it said of the time to come is not so.
    await forgetAhead.changes(tx, { now: at });
    await cutAhead.changes(tx, { now: at });
    last = await latest.first(tx, {});
  }
  if (last && last.seen_at >= toText(now.subtract(longestBlink)))
    await goOn.changes(tx, { beganAt: last.began_at, now: at });
  else await begin.changes(tx, { now: at });
}

/** Those that ended after `from`, earliest first. */
export async function outagesSince(db: Db, from: Temporal.Instant): Promise<readonly Outage[]> {
  const values = { from: toText(from) };
  const stretches = [...(await before.rows(db, values)), ...(await since.rows(db, values))];
  return stretches
    .flatMap(({ seen_at }, index) => {
      const after = stretches[index + 1];
      return after ? { from: fromText(seen_at), until: fromText(after.began_at) } : [];
    })
    .filter(({ from, until }) => Temporal.Duration.compare(from.until(until), longestBlink) > 0);
}

export async function forgetUptimes(db: Db, before: Temporal.Instant): Promise<void> {
  await prune.changes(db, { before: toText(before) });
}
