/** Puts a problem on record for the organisers and, when they should hear of it now, a message into the outbox. */
import type { OrganiserProblem } from '../domain/problem.ts';
import type { Db } from './database.ts';
import { raise } from './notices.ts';
import { enqueue } from './outbox.ts';

/** In the transaction that settles what met the problem. */
export async function raiseProblems(
  tx: Db,
  guildId: string,
  problems: readonly OrganiserProblem[],
  now: Temporal.Instant,
): Promise<void> {
  for (const problem of problems) {
    if (await raise(tx, guildId, problem, now)) await enqueue(tx, [{ kind: 'tell-organisers', guildId, problem }], now);
  }
}
