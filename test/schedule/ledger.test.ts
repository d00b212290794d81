/** What was due by the calendar is closed in the ledger together with the outbox, and says what became of it. */
import { expect, onTestFinished, test } from 'vitest';
import type { SendResult } from '../../src/domain/delivery.ts';
import { effectKey } from '../../src/domain/effect.ts';
import { communityKey } from '../../src/domain/groups/group.ts';
import type { Ping, PingKey } from '../../src/domain/groups/ping.ts';
import type { Send } from '../../src/schedule/carrying-out.ts';
import { inTransaction } from '../../src/store/database.ts';
import { claimDue, settle } from '../../src/store/deliveries.ts';
import { findPing, lostSinceSummary } from '../../src/store/groups/ping-ledger.ts';
import { planPing, recordSuppressed } from '../../src/store/groups/pings.ts';
import { untold } from '../../src/store/notices.ts';
import type { Store } from '../../src/store/open.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { noteUptime } from '../../src/store/uptimes.ts';
import { onEachEngine } from '../support/databases.ts';
import { aClock, answering, aScene, delivered } from './a-schedule.ts';

const guildId = '10';
const lease = Temporal.Duration.from({ seconds: 10 });
const start = aClock().now();

function aPing(groupKey = 'grads', more: Partial<Ping> = {}): Ping {
  const key: PingKey = { groupKey, occurrence: '2026-03-02T10:15', kind: 'session', audience: 'role' };
  return { ...key, dueAt: start, expiresAt: start.add({ minutes: 10 }), ...more };
}

const plan = ({ db }: Store, ping: Ping) => inTransaction(db, tx => planPing(tx, guildId, ping, start));
const fateOf = async ({ db }: Store, ping: Ping) => {
  const entry = await findPing(db, guildId, ping);
  return entry && [entry.state, entry.cause, entry.reason].filter(part => part !== undefined);
};
const summariesOf = async ({ db }: Store) =>
  await db.selectFrom('pings').select(['occurrence', 'state']).where('kind', '=', 'summary').execute();

const isOf = (ping: unknown, groupKey: string) =>
  typeof ping === 'object' && ping !== null && 'groupKey' in ping && ping.groupKey === groupKey;

onEachEngine('the ledger on $name', ({ name, emptyStore }) => {
  const store = async () => {
    const opened = await emptyStore();
    if (name === 'SQLite') onTestFinished(() => opened.close());
    return opened;
  };

  test('says where it was said', async () => {
    const opened = await store();
    await plan(opened, aPing());
    const { schedule, log } = aScene(opened, answering({ kind: 'delivered', reference: '77/88' }).send);
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(await findPing(opened.db, guildId, aPing())).toEqual({
      ...aPing(),
      knownAt: start,
      state: 'sent',
      settledAt: start,
      channelId: '77',
      messageId: '88',
    });
  });

  test('plans a ping once, also when it is settled', async () => {
    const opened = await store();
    expect(await plan(opened, aPing())).toBe(true);
    expect(await plan(opened, aPing())).toBe(false);
    const { schedule, log } = aScene(opened, answering(delivered).send);
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(await plan(opened, aPing())).toBe(false);
    expect(await opened.db.selectFrom('pings').select('state').execute()).toEqual([{ state: 'sent' }]);
  });

  const fates: readonly (readonly [string, SendResult, readonly string[], readonly string[]])[] = [
    ['it makes no sense any more', { kind: 'suppressed', reason: 'skipped' }, ['suppressed', 'dropped', 'skipped'], []],
    ['Discord refuses it', { kind: 'refused', reason: '50035' }, ['suppressed', 'failed', '50035'], ['failed']],
    [
      'its channel is gone',
      { kind: 'suppressed', reason: '10003', noticed: { kind: 'channel-deleted', binding: 'channel:a' } },
      ['suppressed', 'blocked', '10003'],
      ['channel-deleted', 'blocked'],
    ],
  ];
  test.each(fates)('keeps the reason: %s', async (_, result, fate, told) => {
    const opened = await store();
    await plan(opened, aPing());
    const { schedule, log } = aScene(opened, answering(result, delivered).send);
    await log.says({ effect: 'ping', attempt: 1 });
    await schedule.stop();
    expect(await fateOf(opened, aPing())).toEqual(fate);
    const problems = await untold(opened.db, guildId);
    expect(problems.map(problem => ('why' in problem ? problem.why : problem.kind)).toSorted()).toEqual(
      told.toSorted(),
    );
    expect(await summariesOf(opened)).toEqual([]);
  });

  test('what an earlier attempt had said was said then; a summary that was out before names nothing that was lost since', async () => {
    const opened = await store();
    const summary: Ping = {
      ...aPing(communityKey),
      occurrence: '2026-03-02T10:15Z',
      kind: 'summary',
      audience: 'channel',
    };
    const said = start.subtract({ minutes: 5 });
    await plan(opened, summary);
    const lost = { cause: 'not-running', reason: 'Cairn was not running' } as const;
    await inTransaction(opened.db, tx => recordSuppressed(tx, guildId, aPing(), lost, start));
    const { schedule, log } = aScene(opened, answering({ kind: 'delivered', reference: '77/88', at: said }).send);
    await log.says({ state: 'delivered' });
    await schedule.stop();
    expect(await findPing(opened.db, guildId, summary)).toMatchObject({ state: 'sent', settledAt: said });
    expect(await lostSinceSummary(opened.db, guildId, start)).toMatchObject([{ groupKey: 'grads' }]);
    expect(await summariesOf(opened)).toHaveLength(2);
  });

  test('of many that Discord could not be reached for one summary comes', async () => {
    const opened = await store();
    const pings = ['grads', 'seniors', 'managers'].map((groupKey, index) =>
      aPing(groupKey, { expiresAt: start.add({ minutes: 10 + 10 * index }) }),
    );
    for (const ping of pings) await plan(opened, ping);
    let isDown = true;
    const said: string[] = [];
    const send: Send = async (effect, { isTooLate }) => {
      if (isDown) return { kind: 'transient', reason: 'Discord answers 503' };
      // It is looked for, and was not said.
      if (isTooLate) return { kind: 'suppressed', reason: 'too late' };
      said.push(effect.kind === 'ping' ? effect.ping.kind : effect.kind);
      return delivered;
    };
    const { schedule, clock, log } = aScene(opened, send);
    const tried = async (groupKeys: readonly string[]) => {
      const isTried = (groupKey: string) =>
        log.lines.some(({ state, ping }) => state === 'pending' && isOf(ping, groupKey));
      while (!groupKeys.every(isTried)) await log.next();
    };
    await tried(pings.map(({ groupKey }) => groupKey));
    // Lost one after the other, and in one outage all the same.
    clock.advance({ minutes: 33 });
    isDown = false;
    clock.advance({ minutes: 2 });
    while (log.lines.filter(({ state }) => state === 'expired').length < pings.length) await log.next();
    for (const ping of pings)
      expect(await fateOf(opened, ping)).toEqual(['suppressed', 'unreachable', 'Discord answers 503']);
    await log.says({ effect: 'ping', state: 'delivered' });
    await log.says({ effect: 'tell-organisers', state: 'delivered' });
    await schedule.stop();
    expect(said.toSorted()).toEqual(['summary', 'tell-organisers']);
    expect(await summariesOf(opened)).toEqual([{ occurrence: expect.any(String), state: 'sent' }]);
    expect(await lostSinceSummary(opened.db, guildId, clock.now().add({ minutes: 1 }))).toEqual([]);
    expect(await untold(opened.db, guildId)).toEqual([
      { kind: 'pings-suppressed', groupKey: communityKey, why: 'unreachable' },
    ]);
  });

  test('what nobody was there to say was not said because Cairn was not running', async () => {
    const opened = await store();
    await plan(opened, aPing());
    await inTransaction(opened.db, tx => noteUptime(tx, start));
    const { schedule, clock, log } = aScene(opened, answering(delivered).send, {
      now: () => start.add({ hours: 2 }),
    });
    await log.says({ effect: 'ping', state: 'expired' });
    await log.says({ effect: 'ping', state: 'delivered' });
    await schedule.stop();
    expect(clock.now()).toEqual(start);
    expect(await fateOf(opened, aPing())).toEqual([
      'suppressed',
      'not-running',
      'Cairn was not running from 2026-03-02T09:00Z to 2026-03-02T11:00Z',
    ]);
    expect(await summariesOf(opened)).toEqual([{ occurrence: '2026-03-02T11:00Z', state: 'sent' }]);
  });

  test('says that Discord was out of reach where Cairn was there, but never got onto it', async () => {
    const opened = await store();
    await plan(opened, aPing());
    const { schedule, clock, log } = aScene(opened, answering(delivered).send, { isConnected: () => false });
    for (let minute = 0; minute < 11; minute += 1) {
      clock.advance({ minutes: 1 });
      await schedule.atRest();
    }
    await log.says({ effect: 'ping', state: 'expired' });
    await schedule.stop();
    expect(await fateOf(opened, aPing())).toEqual(['suppressed', 'unreachable', 'the bot is not connected']);
  });

  const found: readonly (readonly [string, SendResult, string])[] = [
    ['had said it', { kind: 'delivered', reference: '77/88' }, 'sent'],
    ['had not said it', { kind: 'suppressed', reason: 'too late' }, 'suppressed'],
  ];
  test.each(found)(
    'asks whether an attempt that nobody answered %s, though it is too late',
    async (_, result, state) => {
      const opened = await store();
      await plan(opened, aPing());
      const [claimed] = await claimDue(opened.db, { owner: 'killed', now: start, limit: 1, lease });
      if (!claimed) throw new Error('There was nothing to claim.');
      const fate = { state: 'pending', dueAt: start.add({ seconds: 1 }), reason: 'Discord answers 502' } as const;
      await settle(opened.db, claimed, fate, start);
      const { schedule, log } = aScene(opened, answering(result, delivered).send, {
        now: () => start.add({ hours: 2 }),
      });
      await log.says({ effect: 'ping', attempt: 2 });
      await schedule.stop();
      expect((await findPing(opened.db, guildId, aPing()))?.state).toBe(state);
      if (state === 'suppressed')
        expect(await fateOf(opened, aPing())).toEqual(['suppressed', 'unreachable', 'Discord answers 502']);
    },
  );

  test.each(found)('asks whether an attempt that was cut off %s, though it is too late', async (_, result, state) => {
    const opened = await store();
    await plan(opened, aPing());
    await claimDue(opened.db, { owner: 'killed', now: start, limit: 1, lease });
    const attempts: unknown[] = [];
    const send: Send = async (effect, { number, isTooLate }) => {
      if (effect.kind === 'ping' && effect.ping.kind === 'session') attempts.push({ number, isTooLate });
      return effect.kind === 'ping' ? result : delivered;
    };
    const { schedule, log } = aScene(opened, send, { now: () => start.add({ hours: 2 }) });
    await log.says({ effect: 'ping', attempt: 2 });
    await schedule.stop();
    expect(attempts).toEqual([{ number: 2, isTooLate: true }]);
    expect((await findPing(opened.db, guildId, aPing()))?.state).toBe(state);
    expect((await findDelivery(opened.db, effectKey({ kind: 'ping', guildId, ping: aPing() })))?.state).toBe(
      state === 'sent' ? 'delivered' : 'expired',
    );
  });
});
