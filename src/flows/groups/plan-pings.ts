/** The tick: looks at the groups whose time has come, as the database says, so that each ping is planned once. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { type Db, inTransaction } from '../../store/database.ts';
import { dueSchedules, dueServers, nextLook } from '../../store/groups/schedules.ts';
import { lockServer } from '../../store/lock.ts';
import { outagesSince } from '../../store/uptimes.ts';
import type { FlowContext } from '../context.ts';
import { planSchedules } from './plan-group.ts';

type Context = Pick<FlowContext, 'db' | 'community' | 'timeZone' | 'now' | 'wake'>;

/** @returns when it is to be called next; undefined: whenever. */
export async function planPings(context: Context): Promise<Temporal.Instant | undefined> {
  const { db, now, wake } = context;
  const at = now();
  const faults: unknown[] = [];
  for (const guildId of await dueServers(db, at)) {
    await othersFirst();
    // One server's trouble is not the others'.
    const isAny = await inTransaction(db, tx => planServer(tx, context, guildId, at)).catch(fault => {
      faults.push(fault);
      return false;
    });
    if (isAny) wake();
  }
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new AggregateError(faults);
  return await nextLook(db, at);
}

/** In a transaction: what the tick does on one server. The rehearsal does the same and takes it back. */
export async function planServer(tx: Db, context: Context, guildId: string, at: Temporal.Instant): Promise<boolean> {
  await lockServer(tx, guildId);
  // Read under the lock: another process may just have planned them.
  const due = await dueSchedules(tx, guildId, at);
  if (due.length === 0) return false;
  const outages = await outagesSince(tx, earliest(due.map(({ plannedUntil }) => plannedUntil)) ?? at);
  await planSchedules(tx, context, guildId, due, outages, at);
  return true;
}

function earliest(instants: readonly Temporal.Instant[]): Temporal.Instant | undefined {
  return instants.toSorted(Temporal.Instant.compare)[0];
}
