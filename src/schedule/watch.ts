/** Notes in the database that somebody looks at the calendar; where nobody does, an outage is on record afterwards. */
import { type Db, inTransaction } from '../store/database.ts';
import { noteUptime } from '../store/uptimes.ts';

/** Well within what counts as a blink. */
const every = Temporal.Duration.from({ seconds: 30 });

export function keepWatch(db: Db, now: () => Temporal.Instant): () => Promise<void> {
  let notedAt: Temporal.Instant | undefined;
  return async () => {
    const at = now();
    // Either way: the clock may have been set back.
    if (notedAt && Temporal.Duration.compare(notedAt.until(at).abs(), every) < 0) return;
    await inTransaction(db, tx => noteUptime(tx, at));
    notedAt = at;
  };
}
