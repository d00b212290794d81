/** What a change makes due, of what lies behind and far ahead. */
import { expect, test } from 'vitest';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { storedOf } from '../../../src/domain/groups/ping-rules.ts';
import { rulesSetting } from '../../../src/flows/groups/ping-rules.ts';
import { type Db, inTransaction } from '../../../src/store/database.ts';
import { saveAnswer } from '../../../src/store/groups/answers.ts';
import { replanAll } from '../../../src/store/groups/schedules.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { saveSetting } from '../../../src/store/settings.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId, named } from './a-calendar.ts';

const groupKey = 'new-graduates';

/** All that is in the outbox is said. */
async function settleAll(db: Db): Promise<void> {
  const now = await db.selectFrom('pings').select('due_at').where('state', '=', 'due').execute();
  for (const { due_at } of now)
    await db
      .updateTable('pings')
      .set({ state: 'sent', settled_at: due_at })
      .where('state', '=', 'due')
      .where('due_at', '=', due_at)
      .execute();
}

onEachEngine('a group on $name', engine => {
  test('what a clock far ahead would call long past is kept, so that nothing is said again when it is right', async () => {
    const calendar = await aCalendar(engine, at('2027-03-01T07:00:00Z'));
    const { db } = calendar;
    await calendar.run(at('2027-03-01T08:30:00Z'));
    await settleAll(db);
    const said = (await calendar.ledger(groupKey)).map(named);
    expect(said).toContain('2027-03-01 week-plan channel');
    calendar.pass({ hours: 100 * 24 });
    await calendar.look();
    await settleAll(db);
    calendar.pass(at('2027-03-01T08:31:00Z'));
    await calendar.look();
    const again = await db.selectFrom('pings').select('occurrence').where('state', '=', 'due').execute();
    expect(again).toEqual([]);
    expect((await calendar.ledger(groupKey)).map(named)).toEqual(expect.arrayContaining(said));
  });

  test('whoever comes to a session that was moved by two weeks is reminded of it, even after two days away', async () => {
    const calendar = await aCalendar(engine, at('2027-03-01T08:00:00Z'));
    const planned = '2027-03-01T19:00';
    await inTransaction(calendar.db, async tx => {
      const answer = { groupKey, planned, isComing: true };
      await saveAnswer(tx, { guildId, userId: '1200' }, answer, '1', calendar.now());
      const change = { planned, kind: 'moved', to: '2027-03-15T19:30', revision: 1 } as const;
      await saveChange(tx, { guildId, groupKey, by: '1200' }, change, calendar.now());
      await replanAll(tx, guildId, calendar.now());
    });
    await calendar.run(at('2027-03-14T18:00:00Z'));
    calendar.pass({ hours: 48 });
    await calendar.look();
    const reminders = (await calendar.ledger(groupKey)).filter(({ kind }) => kind === 'reminder');
    expect(reminders.map(({ occurrence, state, cause }) => ({ occurrence, state, cause }))).toEqual([
      { occurrence: `${planned}~1`, state: 'suppressed', cause: 'not-running' },
    ]);
  });

  test.each([
    ['weekPlan', groupKey, 'week-plan', { day: 'Sunday', at: '18:00' }],
    ['digest', 'community', 'digest', { day: 'Saturday', at: '20:00' }],
  ] as const)(
    'a %s moved to a time gone by waits for its next, since it was said already',
    async (rule, key, kind, to) => {
      const calendar = await aCalendar(engine, at('2027-02-27T12:00:00Z'));
      await calendar.run(rule === 'digest' ? at('2027-02-28T18:00:00Z') : at('2027-03-01T09:00:00Z'));
      const weekly = async () =>
        (await calendar.ledger(key))
          .filter(one => one.kind === kind)
          .map(({ state, due_at }) => `${state} ${due_at.slice(0, 10)}`);
      const said = await weekly();
      expect(said).toEqual([rule === 'digest' ? 'due 2027-02-28' : 'due 2027-03-01']);
      await inTransaction(calendar.db, async tx => {
        const rules = { ...usualRules, [rule]: { on: true, ...to } };
        await saveSetting(tx, guildId, rulesSetting, storedOf(rules), calendar.now());
        await replanAll(tx, guildId, calendar.now());
      });
      await calendar.look();
      expect((await weekly()).filter(one => one.startsWith('due'))).toEqual(said);
    },
  );
});
