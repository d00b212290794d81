/** Organisers turn pings on and off and move them: what is due follows, and it is on record. */
import { expect, test } from 'vitest';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { openSchedules } from '../../../src/flows/groups/open-schedules.ts';
import { pingRules } from '../../../src/flows/groups/ping-rules.ts';
import { planPings } from '../../../src/flows/groups/plan-pings.ts';
import { auditRecords } from '../../../src/store/audit.ts';
import { findSetting } from '../../../src/store/settings.ts';
import { aCurriculum } from '../../support/builders.ts';
import { onEachEngine, type TestEngine } from '../../support/databases.ts';
import { boundFlows } from '../../support/flows.ts';
import { at, guildId, ofFile, setUp } from './a-calendar.ts';

/** Monday, two hours before New Graduates meet in Berlin. */
const monday = at('2027-03-01T16:00:00Z');

const group = 'new-graduates';
/** 18:00 UTC. */
const wednesday = '2027-03-03T19:00';
const [carl, dora, emil] = ['1202', '1203', '1204'];

async function aServer(engine: TestEngine) {
  let current = monday;
  const own = { timeZone: 'Europe/Berlin', now: () => current };
  const bound = await boundFlows(engine, aCurriculum({}), ofFile, own);
  const context = { db: bound.db, community: ofFile, wake: () => {}, ...own };
  await setUp(bound.db, ofFile, monday);
  await openSchedules(context, guildId);
  await planPings(context);
  return {
    ...bound,
    /** Looks at the calendar then. @returns what went out since. */
    async lookAt(then: string) {
      current = at(then);
      const before = await said();
      await planPings(context);
      return (await said()).filter(one => !before.includes(one));
    },
    /** Says that they come on Wednesday. @returns what they are promised. */
    async comes(userId: string) {
      const answered = await bound.flows.answerSession({ ...bound.ada(), userId }, group, wednesday, true);
      return answered.kind === 'answered' ? answered.reminder : undefined;
    },
    /** When Wednesday's reminders were due, and for whom they are; or why not. */
    async reminded() {
      const rows = await bound.db.selectFrom('pings').selectAll().where('kind', '=', 'reminder').execute();
      const lines = rows.map(async ({ audience, due_at, reason }) => {
        const key = { groupKey: group, occurrence: wednesday, kind: 'reminder', audience } as const;
        const opened = await bound.flows.openPing(guildId, key);
        const to = opened.kind === 'reminder' ? opened.to : undefined;
        return `${due_at.slice(5, 16)} ${reason ?? (to?.where === 'dm' ? `${to.userId} directly` : to?.userIds.join(' '))}`;
      });
      return (await Promise.all(lines)).toSorted();
    },
  };
  async function said() {
    const rows = await bound.db.selectFrom('pings').selectAll().orderBy('due_at').execute();
    return rows.map(({ group_key, kind, due_at }) => `${at(due_at)} ${group_key} ${kind}`);
  }
}

onEachEngine('what is said by the calendar, on $name', engine => {
  test('is as usual until somebody decides otherwise', async () => {
    const { flows } = await aServer(engine);
    const shown = await flows.showPingRules(guildId);
    expect(shown).toMatchObject({ rules: usualRules, zone: 'Europe/Berlin' });
    expect(shown.next).toEqual({
      weekPlan: { at: at('2027-03-08T08:00:00Z'), title: 'New Graduates' },
      session: { at: at('2027-03-01T17:45:00Z'), title: 'New Graduates' },
      checkIn: { at: at('2027-03-01T18:00:00Z'), title: 'New Graduates' },
      events: { at: at('2027-03-01T18:00:00Z'), title: 'New Graduates' },
      digest: { at: at('2027-03-07T17:00:00Z') },
    });
  });

  test('moves: the role ping comes when it is due now, and once', async () => {
    const { flows, ada, db, woken, lookAt } = await aServer(engine);
    const outcome = await flows.changePingRule(ada(), { kind: 'lead', rule: 'session', minutes: '45' });
    expect(outcome).toMatchObject({
      kind: 'changed',
      shown: { next: { session: { at: at('2027-03-01T17:15:00Z') } } },
    });
    expect(woken()).toBe(1);
    expect(await lookAt('2027-03-01T17:15:00Z')).toEqual(['2027-03-01T17:15:00Z new-graduates session']);
    expect(await lookAt('2027-03-01T17:45:00Z')).toEqual([]);
    expect(await auditRecords(db, guildId, 5)).toMatchObject([
      {
        action: 'pings-changed',
        userId: ada().userId,
        subject: 'session',
        before: { on: true, minutesBefore: 15 },
        after: { on: true, minutesBefore: 45 },
      },
    ]);
    expect((await findSetting(db, guildId, 'ping-rules'))?.value).toEqual({ session: { minutesBefore: 45 } });
  });

  test('of reminders moves: they come then and once, and whoever chose a lead keeps it', async () => {
    const { flows, ada, ben, comes, lookAt, reminded, db } = await aServer(engine);
    await flows.setReminders(ben(), { lead: 180 });
    // To choose what is usual is a choice as well.
    expect(await flows.setReminders({ ...ben(), userId: carl }, { lead: 1440 })).toMatchObject({ isChanged: true });
    for (const userId of [ada().userId, ben().userId, carl]) await comes(userId);
    expect(await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '60' })).toMatchObject({
      kind: 'changed',
    });
    expect((await flows.setReminders(ada())).settings.lead).toBe(60);
    expect((await flows.setReminders(ben())).settings.lead).toBe(180);
    expect(await comes(dora)).toEqual({ kind: 'reminded', at: at('2027-03-03T17:00:00Z'), where: 'thread' });
    await lookAt('2027-03-02T18:00:00Z');
    expect(await reminded()).toEqual([`03-02T18:00 ${carl}`]);
    expect((await flows.showPingRules(guildId)).next.reminder?.at).toEqual(at('2027-03-03T15:00:00Z'));
    for (const then of ['15:00', '16:30', '17:00', '17:30']) await lookAt(`2027-03-03T${then}:00Z`);
    expect(await reminded()).toEqual([
      `03-02T18:00 ${carl}`,
      `03-03T15:00 ${ben().userId}`,
      `03-03T17:00 ${ada().userId} ${dora}`,
    ]);
    const [record] = await auditRecords(db, guildId, 1);
    expect([record?.subject, record?.before, record?.after]).toEqual([
      'reminder',
      { on: true, minutesBefore: 1440 },
      { on: true, minutesBefore: 60 },
    ]);
  });

  test('of reminders moves nearer: nobody who was reminded is reminded again', async () => {
    const { flows, ada, ben, comes, lookAt, reminded } = await aServer(engine);
    await flows.setReminders(ben(), { where: 'dm' });
    for (const { userId } of [ada(), ben()]) await comes(userId);
    await lookAt('2027-03-02T18:00:00Z');
    expect(await reminded()).toEqual([`03-02T18:00 ${ada().userId}`, `03-02T18:00 ${ben().userId} directly`]);
    await lookAt('2027-03-02T19:00:00Z');
    expect(await comes(carl)).toEqual({ kind: 'passed' });
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '60' });
    expect(await comes(dora)).toEqual({ kind: 'passed' });
    expect((await flows.showPingRules(guildId)).next.reminder).toBeUndefined();
    for (const then of ['2T19:01', '3T16:59', '3T17:00', '3T17:59']) await lookAt(`2027-03-0${then}:00Z`);
    expect(await reminded()).toHaveLength(2);
  });

  test('of reminders moves to a time gone by: who was not reminded yet is at once, and once', async () => {
    const { flows, ada, ben, comes, lookAt, reminded } = await aServer(engine);
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '60' });
    await flows.setReminders({ ...ben(), userId: carl }, { lead: 1440 });
    await flows.setReminders({ ...ben(), userId: emil }, { where: 'dm' });
    for (const userId of [ada().userId, carl, emil]) await comes(userId);
    await lookAt('2027-03-02T18:00:00Z');
    await lookAt('2027-03-02T20:00:00Z');
    expect(await comes(dora)).toEqual({ kind: 'reminded', at: at('2027-03-03T17:00:00Z'), where: 'thread' });
    await lookAt('2027-03-02T22:00:30Z');
    const moved = await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '1440' });
    const atOnce = at('2027-03-02T22:01:00Z');
    expect(moved.shown.next.reminder?.at).toEqual(atOnce);
    const told = await flows.explainSchedule(ada(), group);
    const next = told.kind === 'explained' ? told.next.filter(({ ping }) => ping.kind === 'reminder') : [];
    expect(next.map(({ ping, people }) => [ping.dueAt, people])).toEqual([[atOnce, 2]]);
    const rehearsal = await flows.rehearse(guildId, '1');
    const foreseen = rehearsal.kind === 'rehearsed' ? rehearsal.found.flatMap(({ happenings }) => happenings) : [];
    const reminders = foreseen.flatMap(one =>
      one.kind === 'ping' && one.ping.kind === 'reminder'
        ? [`${one.ping.audience} ${one.at} ${one.leftOut ?? ''}`]
        : [],
    );
    // Nobody sends here: Carl's waits.
    expect(reminders.toSorted()).toEqual([
      `${emil} ${atOnce} `,
      `thread-1199 ${atOnce} `,
      'thread-1440 2027-03-02T22:00:30Z ',
    ]);
    for (const then of ['2T22:00:31', '2T22:01:00', '2T23:00:00']) await lookAt(`2027-03-0${then}Z`);
    expect(await comes(ben().userId)).toEqual({ kind: 'passed' });
    await lookAt('2027-03-03T17:00:00Z');
    expect(await reminded()).toEqual([
      `03-02T18:00 ${carl}`,
      `03-02T22:01 ${ada().userId} ${dora}`,
      `03-02T22:01 ${emil} directly`,
    ]);
  });

  test('of reminders that were off when they were due and come nearer: on record why not', async () => {
    const { flows, ada, comes, lookAt, reminded } = await aServer(engine);
    await comes(ada().userId);
    await flows.changePingRule(ada(), { kind: 'switch', rule: 'reminder', on: false });
    await lookAt('2027-03-02T23:00:00Z');
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '60' });
    await flows.changePingRule(ada(), { kind: 'switch', rule: 'reminder', on: true });
    await lookAt('2027-03-03T17:00:00Z');
    expect(await reminded()).toEqual(['03-02T18:00 a change made it due when it was too late for it already']);
  });

  test('of threads comes with reminders that are earlier than a day', async () => {
    const { flows, ada, comes, lookAt } = await aServer(engine);
    await comes(ada().userId);
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'reminder', minutes: '2880' });
    await lookAt('2027-03-01T17:59:00Z');
    expect((await lookAt('2027-03-01T18:00:00Z')).filter(one => / (thread|reminder)$/.test(one))).toEqual(
      expect.arrayContaining([`2027-03-01T18:00:00Z ${group} thread`, `2027-03-01T18:00:00Z ${group} reminder`]),
    );
  });

  test('of the check-in moves: it is not called late for a time that the change made due', async () => {
    const { flows, ada, lookAt } = await aServer(engine);
    expect(await lookAt('2027-03-01T17:56:00Z')).not.toContain(`2027-03-01T18:00:00Z ${group} check-in`);
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'checkIn', minutes: '10' });
    expect(await lookAt('2027-03-01T17:56:30Z')).toContain(`2027-03-01T17:50:00Z ${group} check-in`);
    const key = { groupKey: group, occurrence: '2027-03-01T19:00', kind: 'check-in', audience: 'channel' } as const;
    expect(await flows.openPing(guildId, key)).toMatchObject({ kind: 'check-in' });
    expect(await flows.openPing(guildId, key)).not.toHaveProperty('lateBy');
    await flows.changePingRule(ada(), { kind: 'lead', rule: 'checkIn', minutes: '0' });
    expect((await lookAt('2027-03-01T18:00:00Z')).filter(one => one.endsWith('check-in'))).toEqual([]);
    expect(await lookAt('2027-03-03T18:00:00Z')).toContain(`2027-03-03T18:00:00Z ${group} check-in`);
  });

  test('is switched off and on again', async () => {
    const { flows, ada, db, lookAt } = await aServer(engine);
    await flows.changePingRule(ada(), { kind: 'switch', rule: 'session', on: false });
    expect(await lookAt('2027-03-01T17:46:00Z')).toEqual([]);
    await flows.changePingRule(ada(), { kind: 'switch', rule: 'session', on: true });
    expect(await pingRules(db, guildId)).toEqual(usualRules);
    // Still in its ten minutes.
    expect(await lookAt('2027-03-01T17:50:00Z')).toEqual(['2027-03-01T17:45:00Z new-graduates session']);
  });

  test('when events are switched off, every group’s are looked at', async () => {
    const { flows, ada, db } = await aServer(engine);
    const asked = ada();
    await flows.changePingRule(asked, { kind: 'switch', rule: 'events', on: false });
    const mirrors = await db
      .selectFrom('outbox')
      .select('key')
      .where('key', 'like', `%/${asked.interactionId}`)
      .execute();
    expect(mirrors).toHaveLength(5);
  });

  test('is left alone by what cannot be and by what is so already', async () => {
    const { flows, ada, db, woken } = await aServer(engine);
    expect(await flows.changePingRule(ada(), { kind: 'lead', rule: 'session', minutes: '500' })).toMatchObject({
      kind: 'no-minutes',
      typed: '500',
    });
    expect(await flows.changePingRule(ada(), { kind: 'switch', rule: 'digest', on: true })).toMatchObject({
      kind: 'unchanged',
    });
    expect(await auditRecords(db, guildId, 5)).toEqual([]);
    expect(woken()).toBe(0);
  });
});
