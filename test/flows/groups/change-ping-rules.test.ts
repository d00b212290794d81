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
