/** What the schedule's look at the database costs when nothing is due: with no groups, and with 10,000. */
import { join } from 'node:path';
import type { Effect } from '../src/domain/effect.ts';
import { planPings } from '../src/flows/groups/plan-pings.ts';
import { type Db, inTransaction } from '../src/store/database.ts';
import { claimDue, expireLate, nextDue } from '../src/store/deliveries.ts';
import { openStore } from '../src/store/open.ts';
import { enqueue } from '../src/store/outbox.ts';
import { aCommunity } from '../test/support/a-community.ts';
import { percentile } from './statistics.ts';

export interface TickCost {
  readonly groups: number;
  /** Milliseconds, the 99th of a hundred. */
  readonly empty: number;
  readonly full: number;
}

const groups = 10_000;
const perServer = 4;
const times = 1_000;
const now = Temporal.Instant.from('2027-01-11T12:00:00Z');
const later = '2027-01-12T12:00:00.000Z';

export async function measureTicks(scratch: string): Promise<TickCost> {
  await using store = await openStore(`file:${join(scratch, 'ticks.sqlite')}`);
  const { db } = store;
  const empty = await ticksOver(db);
  await inTransaction(db, fill);
  return { groups, empty, full: await ticksOver(db) };
}

async function fill(tx: Db): Promise<void> {
  const at = now.toString({ fractionalSecondDigits: 3 });
  for (let server = 0; server < groups / perServer; server += 1) {
    const rows = Array.from({ length: perServer }, (_, group) => ({
      guild_id: String(1_000_000 + server),
      group_key: `group-${group}`,
      begun_at: at,
      planned_until: at,
      next_due_at: later,
      is_changed: 0 as const,
      computed_from: '1',
      recomputed_at: null,
    }));
    await tx.insertInto('schedules').values(rows).execute();
    // What every group has waiting on any day.
    const looks = rows.map(({ guild_id: guildId, group_key: groupKey }): Effect => {
      return { kind: 'mirror-sessions', guildId, groupKey, because: 'day/2027-01-12' };
    });
    await enqueue(tx, looks, now, { dueAt: Temporal.Instant.from(later) });
  }
}

/** All that a tick asks the database. */
async function ticksOver(db: Db): Promise<number> {
  const context = { db, community: aCommunity(), timeZone: 'UTC', now: () => now, wake: () => {} };
  const taken: number[] = [];
  const lease = Temporal.Duration.from({ seconds: 10 });
  for (let time = 0; time < times; time += 1) {
    const began = performance.now();
    await planPings(context);
    await inTransaction(db, tx => expireLate(tx, now));
    await claimDue(db, { owner: 'bench', now, limit: 5, lease });
    await nextDue(db);
    taken.push(performance.now() - began);
  }
  return percentile(taken, 0.99);
}
