/** Fills a database as a community of this size would have: members on paths, each with items finished. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Curriculum } from '../src/domain/curriculum.ts';
import { inTransaction } from '../src/store/database.ts';
import { enrol } from '../src/store/enrolments.ts';
import { openStore } from '../src/store/open.ts';
import { saveTick } from '../src/store/ticks.ts';
import type { Walk } from './walk.ts';

export interface Seed {
  readonly database: string;
  readonly guildId: string;
  readonly userIds: readonly string[];
  readonly curriculum: Curriculum;
  readonly walk: Walk;
  readonly ticksEach: number;
}

const membersPerTransaction = 500;
const before = Temporal.Instant.from('2026-01-05T09:00:00Z');

/** @returns how many ticks are in the database. */
export async function seed({ database, guildId, userIds, curriculum, walk, ticksEach }: Seed): Promise<number> {
  await using store = await openStore(`file:${database}`);
  const paths = [...curriculum.paths.keys()];
  for (let from = 0; from < userIds.length; from += membersPerTransaction) {
    await inTransaction(store.db, async tx => {
      for (const [at, userId] of userIds.slice(from, from + membersPerTransaction).entries()) {
        const index = from + at;
        const member = { guildId, userId };
        // One to three paths each; interaction "1" is older than any of this run.
        for (let path = 0; path <= index % 3; path++) {
          const pathId = paths[(index + path * 5) % paths.length] ?? '';
          await enrol(tx, member, { pathId, since: before.add({ hours: path }) }, '1');
        }
        for (let step = 0; step < ticksEach; step++) {
          const tick = {
            itemId: walk.item(index, step),
            evidence: 'self-marked',
            at: before.add({ hours: step }),
          } as const;
          await saveTick(tx, member, tick, '1');
        }
      }
    });
    await nextTurn();
  }
  return await countTicks(database);
}

export async function countTicks(database: string): Promise<number> {
  await using store = await openStore(`file:${database}`);
  const { count } = await store.db
    .selectFrom('ticks')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
