/** What a member is told about a group’s pings: what comes, and what became of those that were due. */
import { expect, test } from 'vitest';
import { changeSession } from '../../../src/flows/groups/change-session.ts';
import { openSchedules } from '../../../src/flows/groups/open-schedules.ts';
import { planPings } from '../../../src/flows/groups/plan-pings.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { planPing, recordSuppressed, settlePing } from '../../../src/store/groups/pings.ts';
import { toText } from '../../../src/store/instants.ts';
import { aCurriculum } from '../../support/builders.ts';
import { onEachEngine, type TestEngine } from '../../support/databases.ts';
import { boundFlows } from '../../support/flows.ts';
import { at, guildId, ofFile, setUp } from './a-calendar.ts';

const monday = at('2027-03-01T16:00:00Z');
const newGrads = 'new-graduates';

async function aServer(engine: TestEngine, clock = { now: monday }) {
  const own = { timeZone: 'Europe/Berlin', now: () => clock.now };
  const bound = await boundFlows(engine, aCurriculum({}), ofFile, own);
  await setUp(bound.db, ofFile, monday);
  const context = { db: bound.db, community: ofFile, wake: () => {}, ...own };
  await openSchedules(context, guildId);
  await planPings(context);
  return { ...bound, context };
}

const ping = (occurrence: string, kind: 'session' | 'reminder' | 'check-in', audience: string, dueAt: string) => ({
  groupKey: newGrads,
  occurrence,
  kind,
  audience,
  dueAt: at(dueAt),
  expiresAt: at(dueAt).add({ minutes: 10 }),
});

onEachEngine('/schedule explain on $name', engine => {
  test('tells of eight that come, in order, and where', async () => {
    const { flows, ada } = await aServer(engine);
    const told = await flows.explainSchedule(ada(), 'New Graduates');
    if (told.kind !== 'explained') throw new Error(told.kind);
    expect(told.state).toEqual({ kind: 'on' });
    expect(told.next.map(({ ping: { kind, dueAt } }) => `${dueAt} ${kind}`)).toEqual([
      '2027-03-01T17:45:00Z session',
      '2027-03-01T18:00:00Z check-in',
      '2027-03-02T18:00:00Z thread',
      '2027-03-03T17:45:00Z session',
      '2027-03-03T18:00:00Z check-in',
      '2027-03-07T18:00:00Z thread',
      '2027-03-08T08:00:00Z week-plan',
      '2027-03-08T17:45:00Z session',
    ]);
    expect(told.clocks).toMatchObject([{ zone: 'Europe/Berlin', date: '2027-03-28', minutes: 60 }]);
    expect(told.at.channel).toBeDefined();
  });

  test('tells what became of the last, and leaves out what is another member’s own', async () => {
    const { flows, db, ada, ben } = await aServer(engine);
    const sent = ping('2027-02-24T19:00', 'session', 'role', '2027-02-24T17:45:00Z');
    const late = ping('2027-02-22T19:00', 'session', 'role', '2027-02-22T17:45:00Z');
    const lost = ping('2027-02-17T19:00', 'session', 'role', '2027-02-17T17:45:00Z');
    const own = ping('2027-02-24T19:00', 'reminder', `${ada().userId}+1`, '2027-02-24T12:00:00Z');
    const bens = ping('2027-02-24T19:00', 'reminder', ben().userId, '2027-02-24T13:00:00Z');
    await inTransaction(db, async tx => {
      for (const one of [sent, late, own, bens]) await planPing(tx, guildId, one, one.dueAt);
      await settlePing(tx, guildId, sent, { state: 'sent', reference: '77/88' }, sent.dueAt);
      await settlePing(tx, guildId, late, { state: 'sent' }, late.dueAt.add({ minutes: 4 }));
      await settlePing(tx, guildId, own, { state: 'sent' }, own.dueAt);
      await settlePing(tx, guildId, bens, { state: 'sent' }, bens.dueAt);
      const why = { cause: 'not-running', reason: 'Cairn was not running' } as const;
      await recordSuppressed(tx, guildId, lost, why, lost.dueAt.add({ hours: 2 }));
    });
    const told = await flows.explainSchedule(ada(), newGrads);
    if (told.kind !== 'explained') throw new Error(told.kind);
    const [thread, ...past] = told.past;
    // Nobody sends here.
    expect(thread).toMatchObject({ ping: { kind: 'thread' }, became: { kind: 'under-way' } });
    expect(past).toEqual([
      { ping: sent, became: { kind: 'sent', at: sent.dueAt, channelId: '77', messageId: '88' } },
      { ping: own, became: { kind: 'sent', at: own.dueAt } },
      { ping: late, became: { kind: 'sent', at: late.dueAt.add({ minutes: 4 }), lateBy: 4 } },
      { ping: lost, became: { kind: 'suppressed', reason: 'Cairn was not running' } },
    ]);
  });

  test('says how late a thread was after an outage; what a change made due is late only from then on', async () => {
    const clock = { now: monday };
    const { flows, db, ada, context } = await aServer(engine, clock);
    const planned = '2027-03-03T19:00';
    const threads = async () => {
      const told = await flows.explainSchedule(ada(), newGrads);
      if (told.kind !== 'explained') throw new Error(told.kind);
      const ofIt = told.past.filter(one => one.ping.kind === 'thread' && one.ping.occurrence.startsWith(planned));
      return ofIt.map(({ ping: { occurrence, dueAt }, became }) => [occurrence, String(dueAt), became]);
    };
    const sent = async (occurrence: string) => {
      await planPings(context);
      const key = { groupKey: newGrads, occurrence, kind: 'thread', audience: 'channel' } as const;
      await inTransaction(db, tx => settlePing(tx, guildId, key, { state: 'sent' }, clock.now));
    };
    clock.now = at('2027-03-03T14:00:00Z');
    await sent(planned);
    const late = [planned, '2027-03-02T18:00:00Z', { kind: 'sent', at: clock.now, lateBy: 20 * 60 }];
    expect(await threads()).toEqual([late]);

    const change = { kind: 'move', to: '2027-03-03T18:30' } as const;
    await inTransaction(db, tx =>
      changeSession(tx, context, { guildId, groupKey: newGrads, planned, change, because: '1', by: ada().userId }),
    );
    await sent(`${planned}~1`);
    const made = [`${planned}~1`, '2027-03-02T17:30:00Z', { kind: 'sent', at: clock.now }];
    expect(await threads()).toEqual([late, made]);
  });

  test('has a reminder that the member put off among those to come, and nobody else’s', async () => {
    const { flows, db, ada, ben } = await aServer(engine);
    const planned = '2027-03-01T19:00';
    for (const one of [ada(), ben()]) {
      await flows.joinGroup(one, newGrads);
      await flows.answerSession(one, newGrads, planned, true);
    }
    const own = ping(planned, 'reminder', `${ada().userId}+1`, '2027-03-01T17:00:00Z');
    const bens = { ...own, audience: `${ben().userId}+1` };
    await inTransaction(db, async tx => {
      for (const one of [own, bens]) await planPing(tx, guildId, one, monday);
    });
    const told = await flows.explainSchedule(ada(), newGrads);
    if (told.kind !== 'explained') throw new Error(told.kind);
    expect(told.next.filter(({ ping: { kind } }) => kind === 'reminder').map(one => [one.ping, one.putOff])).toEqual([
      [own, 'thread'],
    ]);
  });

  test('takes nobody for the asker whose id begins like theirs', async () => {
    const { flows, db, ada } = await aServer(engine);
    const { guildId, userId } = ada();
    for (const one of [userId, `${userId}5`, userId.slice(0, -1)]) {
      await saveMemberSettings(db, { guildId, userId: one }, { reminderLead: 60, reminderWhere: 'dm' }, monday);
      await flows.joinGroup({ ...ada(), userId: one }, newGrads);
      await flows.answerSession({ ...ada(), userId: one }, newGrads, '2027-03-01T19:00', true);
    }
    const told = await flows.explainSchedule(ada(), newGrads);
    if (told.kind !== 'explained') throw new Error(told.kind);
    const audiences = told.next.flatMap(({ ping: { kind, audience } }) => (kind === 'reminder' ? audience : []));
    expect(audiences).toEqual([userId]);
  });

  test('says so where nothing is said, and which pings are off', async () => {
    const { flows, db, ada } = await aServer(engine);
    await flows.changePingRule(ada(), { kind: 'switch', rule: 'checkIn', on: false });
    await db
      .updateTable('schedules')
      .set({ disabled_at: toText(monday) })
      .where('group_key', '=', newGrads)
      .execute();
    expect(await flows.explainSchedule(ada(), newGrads)).toMatchObject({
      state: { kind: 'disabled', since: monday },
      rulesOff: ['checkIn'],
    });
    await db.deleteFrom('bindings').execute();
    expect(await flows.explainSchedule(ada(), 'managers')).toMatchObject({ state: { kind: 'not-set-up' } });
    expect(await flows.explainSchedule(ada(), 'no such group')).toMatchObject({ kind: 'unknown-group' });
  });

  test('does not promise what was said already, though it is due once more', async () => {
    const clock = { now: monday };
    const { flows, context, ada } = await aServer(engine, clock);
    clock.now = at('2027-03-01T17:50:00Z');
    await planPings(context);
    const kinds = async () => {
      const told = await flows.explainSchedule(ada(), 'New Graduates');
      if (told.kind !== 'explained') throw new Error(told.kind);
      return told.next.slice(0, 2).map(({ ping: { kind, dueAt } }) => `${dueAt} ${kind}`);
    };
    expect(await kinds()).toEqual(['2027-03-01T18:00:00Z check-in', '2027-03-02T18:00:00Z thread']);
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'session', minutes: '5' });
    expect(await kinds()).toEqual(['2027-03-01T18:00:00Z check-in', '2027-03-02T18:00:00Z thread']);
  });
});
