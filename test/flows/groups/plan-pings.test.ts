/** What becomes of each ping that is due: planned once and on time, or on record with the reason why not. */
import { expect, test } from 'vitest';
import { communityKey } from '../../../src/domain/groups/group.ts';
import { openSchedules } from '../../../src/flows/groups/open-schedules.ts';
import { planPings } from '../../../src/flows/groups/plan-pings.ts';
import { adopt, findBinding, forgetGone, markGone } from '../../../src/store/bindings.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { noteMissing } from '../../../src/store/groups/missing-channels.ts';
import { findSchedule, replan } from '../../../src/store/groups/schedules.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { toText } from '../../../src/store/instants.ts';
import { untold } from '../../../src/store/notices.ts';
import { findDelivery } from '../../../src/store/outbox.ts';
import { embedded, onEachEngine } from '../../support/databases.ts';
import { randomFrom } from '../../support/random.ts';
import { aCalendar, at, expected, guildId, named } from './a-calendar.ts';

const [sqlite] = embedded;
if (!sqlite) throw new Error('There is no SQLite among the engines.');

/** Monday, 19:00 in Berlin. */
const session = '2027-03-01T19:00';
const newGrads = 'new-graduates';
/** Sunday before it. */
const sunday = at('2027-02-28T12:00:00Z');

const bound = async (db: Db) => {
  const binding = await findBinding(db, guildId, 'channel:new-grads');
  return binding?.state === 'bound' ? binding : undefined;
};

/** What one occurrence of the group came to. */
const fates = (ledger: readonly { occurrence: string; kind: string; state: string; cause: string | null }[]) =>
  ledger.map(({ occurrence, kind, state, cause }) => `${occurrence} ${kind} ${state}${cause ? ` ${cause}` : ''}`);

test.each(['Europe/Berlin', 'America/New_York'])(
  'in a year in %s, looked at minutes late, each ping that is due is planned once',
  async timeZone => {
    const random = randomFrom(1);
    const start = at('2027-01-01T00:00:00Z');
    const calendar = await aCalendar(sqlite, start, { timeZone });
    await calendar.run(start.add({ hours: 365 * 24 }), () => random(9 * 60_000));
    for (const groupKey of calendar.groupKeys) {
      const ledger = await calendar.ledger(groupKey);
      const due = expected(groupKey, start, calendar.now(), { timeZone });
      expect(ledger.filter(({ due_at }) => at(due_at).epochMilliseconds > start.epochMilliseconds).map(named)).toEqual(
        due.map(named),
      );
      expect(new Set(ledger.map(({ state }) => state))).toEqual(new Set(['due']));
    }
  },
  300_000,
);

onEachEngine('planning on $name', ({ emptyStore }) => {
  test('puts a ping into the outbox when it is due, and not before', async () => {
    const calendar = await aCalendar({ emptyStore }, at('2027-03-01T12:00:00Z'));
    const key = `ping/${guildId}/${newGrads}/${session}/session/role`;
    await calendar.run(at('2027-03-01T17:44:59Z'));
    expect(await findDelivery(calendar.db, key)).toBeUndefined();
    expect(await calendar.look()).toEqual(at('2027-03-01T17:45:00Z'));
    calendar.pass({ seconds: 1 });
    await calendar.look();
    expect(await findDelivery(calendar.db, key)).toEqual({ state: 'pending', dueAt: calendar.now() });
  });

  test('a server that nobody has set up hears nothing', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday, { isSetUp: false });
    await inTransaction(calendar.db, tx => replan(tx, guildId, newGrads, sunday));
    await calendar.run(sunday.add({ hours: 48 }));
    expect(await calendar.ledger(newGrads)).toEqual([]);
  });

  test('a group that begins on the day of its session still opens the thread, and says nothing of what is past', async () => {
    const calendar = await aCalendar({ emptyStore }, at('2027-03-01T12:00:00Z'));
    await calendar.look();
    expect(fates(await calendar.ledger(newGrads))).toEqual([`${session} thread due`]);
  });

  test('two processes that look at once plan each ping once', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    let next = await calendar.look();
    while (next && Temporal.Instant.compare(next, at('2027-03-03T00:00:00Z')) < 0) {
      calendar.pass(next);
      [next] = await Promise.all([planPings(calendar.context), planPings(calendar.context)]);
    }
    const due = expected(newGrads, sunday, calendar.now()).map(named);
    expect((await calendar.ledger(newGrads)).map(named)).toEqual(due);
    const { count } = await calendar.db
      .selectFrom('outbox')
      .select(eb => eb.fn.countAll<number>().as('count'))
      .where('kind', '=', 'ping')
      .where('payload', 'like', `%"${newGrads}"%`)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(due.length);
  });

  test('after five minutes away everything is still said', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.run(at('2027-03-01T17:44:00Z'));
    calendar.pass({ minutes: 5 });
    await calendar.look();
    expect(fates(await calendar.ledger(newGrads)).at(-1)).toBe(`${session} session due`);
    expect(await calendar.ledger(communityKey)).toEqual([expect.objectContaining({ kind: 'digest' })]);
  });

  test('after two hours away what is too late is on record with the reason, and summed up once', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.run(at('2027-03-01T17:30:00Z'));
    calendar.pass({ hours: 2 });
    await calendar.look();
    const ledger = await calendar.ledger(newGrads);
    expect(fates(ledger.slice(-4)).toSorted()).toEqual([
      `${session} check-in suppressed not-running`,
      `${session} event-end due`,
      `${session} event-start suppressed not-running`,
      `${session} session suppressed not-running`,
    ]);
    expect(ledger.at(-4)?.reason).toBe('Cairn was not running from 2027-03-01T17:30Z to 2027-03-01T19:30Z');
    expect((await calendar.ledger(communityKey)).filter(({ kind }) => kind === 'summary')).toEqual([
      expect.objectContaining({ occurrence: '2027-03-01T19:30Z', state: 'due' }),
    ]);
    expect(await untold(calendar.db, guildId)).toEqual([
      { kind: 'pings-suppressed', groupKey: communityKey, why: 'not-running' },
    ]);
  });

  test('after two days away every group’s losses are on record, and summed up once', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.run(at('2027-03-01T12:00:00Z'));
    const from = calendar.now();
    calendar.pass({ hours: 48 });
    await calendar.look();
    for (const groupKey of calendar.groupKeys.filter(key => key !== communityKey)) {
      const ledger = await calendar.ledger(groupKey);
      expect(ledger.filter(({ due_at }) => at(due_at).epochMilliseconds > from.epochMilliseconds).map(named)).toEqual(
        expected(groupKey, from, calendar.now()).map(named),
      );
      expect(ledger.filter(({ state, expires_at }) => state === 'due' && expires_at < from.toString())).toEqual([]);
    }
    const summaries = (await calendar.ledger(communityKey)).filter(({ kind }) => kind === 'summary');
    expect(summaries).toHaveLength(1);
    expect(await untold(calendar.db, guildId)).toHaveLength(1);
  });

  test.each([{ hours: 1 }, { hours: 24 }])(
    'a clock that jumps ahead by %o and back repeats nothing and loses nothing',
    async jump => {
      const calendar = await aCalendar({ emptyStore }, sunday);
      await calendar.run(at('2027-03-01T17:30:00Z'));
      calendar.pass(jump);
      await calendar.look();
      const ahead = await calendar.ledger(newGrads);
      expect(fates(ahead)).toContain(`${session} session suppressed not-running`);
      calendar.pass(at('2027-03-01T17:46:00Z'));
      await calendar.look();
      expect(fates(await calendar.ledger(newGrads))).toContain(`${session} session due`);
      expect(await findDelivery(calendar.db, `ping/${guildId}/${newGrads}/${session}/session/role`)).toEqual({
        state: 'pending',
        dueAt: at('2027-03-01T17:45:00Z'),
      });
      await calendar.run(at('2027-03-03T12:00:00Z'));
      const ledger = await calendar.ledger(newGrads);
      expect(ledger.map(named)).toEqual(expected(newGrads, sunday, calendar.now()).map(named));
      expect(ledger.filter(({ state }) => state === 'suppressed')).toEqual([]);
    },
  );

  test('a clock that is set back plans nothing twice, and goes on', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.run(at('2027-03-01T18:05:00Z'));
    calendar.pass({ hours: -1 });
    await calendar.run(at('2027-03-03T12:00:00Z'));
    const ledger = await calendar.ledger(newGrads);
    expect(ledger.map(named)).toEqual(expected(newGrads, sunday, calendar.now()).map(named));
    expect(new Set(ledger.map(({ state }) => state))).toEqual(new Set(['due']));
  });

  test('a session that is moved to start in two minutes still gets its role ping and its thread', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.run(at('2027-03-02T09:00:00Z'));
    const change = { planned: '2027-03-03T19:00', kind: 'moved', to: '2027-03-02T10:02', revision: 1 } as const;
    const changing = { guildId, groupKey: newGrads, because: '1', by: '1200' };
    await inTransaction(calendar.db, async tx => {
      await saveChange(tx, changing, change, calendar.now());
      await replan(tx, guildId, newGrads, calendar.now());
    });
    await calendar.look();
    const moved = (await calendar.ledger(newGrads)).filter(({ occurrence }) => occurrence.endsWith('~1'));
    expect(fates(moved)).toEqual(['2027-03-03T19:00~1 thread due', '2027-03-03T19:00~1 session due']);
    await calendar.run(at('2027-03-02T12:00:00Z'));
    expect(await untold(calendar.db, guildId)).toEqual([]);
  });

  test('a group whose channel is gone says nothing, on record, until the channel is back', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    const { db } = calendar;
    await calendar.run(at('2027-03-01T12:00:00Z'));
    for (const minutes of [0, 61]) await noteMissing(db, guildId, newGrads, calendar.now().add({ minutes }));
    await calendar.run(at('2027-03-01T17:50:00Z'));
    const call = (await calendar.ledger(newGrads)).at(-1);
    expect([call?.kind, call?.state, call?.cause, call?.reason]).toEqual([
      'session',
      'suppressed',
      'blocked',
      'switched off since 2027-03-01T13:01Z: its channel is gone',
    ]);
    // An organiser had it made again.
    await markGone(db, guildId, (await bound(db))?.discordId ?? '');
    await forgetGone(db, guildId, 'channel:new-grads');
    await adopt(db, guildId, 'channel:new-grads', '7001', {}, calendar.now());
    await openSchedules(calendar.context, guildId);
    await calendar.run(at('2027-03-01T18:00:00Z'));
    expect(
      fates(await calendar.ledger(newGrads))
        .slice(-2)
        .toSorted(),
    ).toEqual([`${session} check-in due`, `${session} event-start due`]);
  });

  test('a group that has ended is looked at no more', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    const { db } = calendar;
    const ended = {
      guild_id: guildId,
      group_key: newGrads,
      definition: null,
      state: 'ended',
      proposed_by: null,
    } as const;
    await db
      .insertInto('groups')
      .values({ ...ended, changed_at: toText(sunday), changed_by: '1' })
      .execute();
    await inTransaction(db, tx => replan(tx, guildId, newGrads, sunday));
    await calendar.run(sunday.add({ hours: 48 }));
    expect(await calendar.ledger(newGrads)).toEqual([]);
    expect(await findSchedule(db, guildId, newGrads)).toBeUndefined();
  });

  test('events are looked at once when the bot starts and once a day', async () => {
    const calendar = await aCalendar({ emptyStore }, sunday);
    await calendar.startAgain();
    await calendar.startAgain();
    await calendar.run(sunday.add({ hours: 72 }));
    const rows = await calendar.db.selectFrom('outbox').select('key').where('kind', '=', 'mirror-sessions').execute();
    const because = rows.flatMap(({ key }) => key.split(`mirror-sessions/${guildId}/${newGrads}/`)[1] ?? []);
    expect(because.filter(one => one.startsWith('start/'))).toEqual(['start/2027-02-28T12']);
    const days = because.filter(one => one.startsWith('day/'));
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(4);
  });
});
