/** What takes several connections to go wrong: two bots on one PostgreSQL server. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Effect, effectKey } from '../../src/domain/effect.ts';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { claimDue } from '../../src/store/deliveries.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { lockMember } from '../../src/store/lock.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aDatabase, isServerThere, patience } from '../support/postgres-server.ts';

const now = at('2026-03-02');
const member = (userId: string) => ({ guildId: '1100', userId });
const grants = (guildId: string, count: number): Effect[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'sync-roles',
    member: { guildId, userId: String(index) },
    because: '1',
  }));
const tick = (db: Db, who: ReturnType<typeof member>, itemId: string) =>
  saveTick(db, who, { itemId, evidence: 'self-marked', at: now }, '1');
const ticksOf = async (db: Db, who: ReturnType<typeof member>) => [...(await loadLearner(db, who)).ticks.keys()];

describe.skipIf(!isServerThere)('two bots on a PostgreSQL server', () => {
  let address: string;
  let one: Store;
  let two: Store;
  const open = (options: StoreOptions = {}) => openStore(address, { patience, ...options });

  beforeAll(async () => {
    address = await aDatabase();
    [one, two] = await Promise.all([open(), open()]);
  });
  afterAll(() => Promise.all([one.close(), two.close()]));

  async function claims(db: Db, owner: string, limit: number): Promise<string[]> {
    const claimed = await claimDue(db, { owner, now, limit, lease: Temporal.Duration.from({ minutes: 1 }) });
    return claimed.map(({ key }) => key);
  }

  test('that start at once make the tables once', async () => {
    const applied = await one.db.selectFrom('migrations').select('version').orderBy('version').execute();
    expect(applied).toEqual(migrations.map(({ version }) => ({ version })));
  });

  test('do not wait for what the other is just claiming: each takes what is left', async () => {
    const effects = grants('1101', 5);
    await enqueue(one.db, effects, now);
    const taken = await inTransaction(one.db, async tx => [
      await claims(tx, 'one', 3),
      // The other bot's claim, while this one is not committed.
      await claims(two.db, 'two', 5),
    ]);
    expect(taken.map(keys => keys.length)).toEqual([3, 2]);
    expect(taken.flat().sort()).toEqual(effects.map(effect => effectKey(effect)).sort());
  });

  test('never claim one effect both, however many claim at once', async () => {
    const effects = grants('1102', 60);
    await enqueue(one.db, effects, now);
    const claimed: string[] = [];
    const work = async (store: Store, owner: string) => {
      for (let keys = await claims(store.db, owner, 3); keys.length > 0; keys = await claims(store.db, owner, 3)) {
        claimed.push(...keys);
      }
    };
    const workers = Array.from({ length: 12 }, (_, index) => work(index % 2 ? one : two, String(index)));
    await Promise.all(workers);
    expect(claimed.sort()).toEqual(effects.map(effect => effectKey(effect)).sort());
  });

  test('let one act of a member wait for another: of many that count up, none is lost', async () => {
    const addNext = ({ db }: Store) =>
      inTransaction(db, async tx => {
        await lockMember(tx, member('count'));
        await tick(tx, member('count'), `law-${(await ticksOf(tx, member('count'))).length}`);
      });
    await Promise.all(Array.from({ length: 30 }, (_, index) => addNext(index % 2 ? one : two)));
    expect(await ticksOf(one.db, member('count'))).toHaveLength(30);
  });

  test('that wait for each other in a circle both come through: the server makes one give way', async () => {
    const bothHold = aMeeting(2);
    let attempts = 0;
    const locksInTurn = ({ db }: Store, first: string, second: string) =>
      inTransaction(db, async tx => {
        attempts += 1;
        await lockMember(tx, member(first));
        await bothHold();
        await lockMember(tx, member(second));
        await tick(tx, member(first), 'law-1');
      });
    await Promise.all([locksInTurn(one, 'left', 'right'), locksInTurn(two, 'right', 'left')]);
    expect([attempts, await ticksOf(one.db, member('left')), await ticksOf(one.db, member('right'))]).toEqual([
      3,
      ['law-1'],
      ['law-1'],
    ]);
  });

  test('that cannot be put in an order are made again, and see what the other wrote', async () => {
    const bothLooked = aMeeting(2);
    let attempts = 0;
    const addNext = ({ db }: Store) =>
      inTransaction(db, async tx => {
        attempts += 1;
        await sql`set transaction isolation level serializable`.execute(tx);
        const { length } = await ticksOf(tx, member('order'));
        await bothLooked();
        await tick(tx, member('order'), `law-${length}`);
      });
    await Promise.all([addNext(one), addNext(two)]);
    expect(attempts).toBe(3);
    expect(await ticksOf(one.db, member('order'))).toEqual(['law-0', 'law-1']);
  });

  test('whoever waits too long for the other hears that the database is busy', async () => {
    await using hasty = await open({ patience: 500 });
    await inTransaction(one.db, async tx => {
      await lockMember(tx, member('held'));
      const waiting = inTransaction(hasty.db, other => lockMember(other, member('held')));
      await expect(waiting).rejects.toMatchObject({ name: 'StoreBusy', cause: { code: '55P03' } });
    });
  });

  test('whose connection the server ends saves nothing of what was under way, and goes on with another', async () => {
    const act = inTransaction(one.db, async tx => {
      await tick(tx, member('cut'), 'law-1');
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(two.db);
      await tick(tx, member('cut'), 'law-2');
    });
    await expect(act).rejects.toMatchObject({ name: 'StoreBroken', because: 'unreachable' });
    await tick(one.db, member('cut'), 'law-3');
    expect(await ticksOf(one.db, member('cut'))).toEqual(['law-3']);
  });

  test('whose idle connection the server ends is told so, and goes on with another', async () => {
    const { promise: told, resolve: onIdleError } = Promise.withResolvers<Error>();
    await using quiet = await open({ onIdleError });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(quiet.db);
    await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(two.db);
    expect(await told).toMatchObject({ code: '57P01' });
    await tick(quiet.db, member('idle'), 'law-1');
    expect(await ticksOf(quiet.db, member('idle'))).toEqual(['law-1']);
  });
});

/** Lets its first comers go on once all are there; whoever comes later, at another attempt, goes straight on. */
function aMeeting(size: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let there = 0;
  return () => {
    if (++there === size) resolve();
    return promise;
  };
}
