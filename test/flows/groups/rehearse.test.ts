/** What a rehearsal says beforehand is what then happens, and saying it leaves no trace. */
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../src/curriculum/load.ts';
import type { Rehearsal } from '../../../src/domain/groups/rehearsal.ts';
import { changeSession } from '../../../src/flows/groups/change-session.ts';
import { rehearse } from '../../../src/flows/groups/rehearse.ts';
import { adopt } from '../../../src/store/bindings.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { replanAll } from '../../../src/store/groups/schedules.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { toText } from '../../../src/store/instants.ts';
import { noteRoles } from '../../../src/store/role-notes.ts';
import { embedded, onEachEngine } from '../../support/databases.ts';
import { dumpOf } from '../../support/dump.ts';
import { type ACalendar, aCalendar, at, guildId } from './a-calendar.ts';

const { curriculum } = await loadData('data');

/** Thursday; on Sunday the clocks in Berlin go forward. */
const thursday = at('2027-03-25T12:00:00Z');
const tuesday = thursday.add({ hours: 5 * 24 });

async function aBusyWeek(engine: Parameters<typeof aCalendar>[0]): Promise<ACalendar> {
  const calendar = await aCalendar(engine, thursday);
  const { db } = calendar;
  await calendar.look();
  await db
    .insertInto('group_breaks')
    .values({
      guild_id: guildId,
      group_key: 'architects',
      kind: 'holiday',
      from_date: '2027-03-26',
      until_date: '2027-03-26',
      reason: 'Good Friday',
      user_id: '1',
      noted_at: toText(thursday),
    })
    .execute();
  for (const [user_id, group_key, planned] of [
    ['1200', 'new-graduates', '2027-03-29T19:00'],
    ['1201', 'new-graduates', '2027-03-29T19:00'],
  ] as const)
    await db
      .insertInto('session_answers')
      .values({
        guild_id: guildId,
        group_key,
        planned,
        user_id,
        is_coming: 1,
        source: 'button',
        answered_at: toText(thursday),
      })
      .execute();
  await inTransaction(db, async tx => {
    const change = { planned: '2027-03-31T18:00', kind: 'moved', to: '2027-03-29T08:30', revision: 1 } as const;
    await saveChange(tx, { guildId, groupKey: 'managers', by: '1' }, change, thursday);
    await replanAll(tx, guildId, thursday);
  });
  return calendar;
}

async function rehearsed(calendar: ACalendar, days: string): Promise<Rehearsal> {
  const outcome = await rehearse({ ...calendar.context, curriculum }, guildId, days);
  if (outcome.kind !== 'rehearsed') throw new Error(outcome.kind);
  return outcome;
}

const happeningsOf = ({ found }: Rehearsal) => found.flatMap(({ happenings }) => happenings);

const foreseenOf = (rehearsal: Rehearsal) =>
  happeningsOf(rehearsal)
    .flatMap(one => (one.kind === 'ping' ? [`${one.at} ${Object.values(one.ping).join(' ')}`] : []))
    .toSorted();

/** What was due before is said at once. */
const dueOf = (text: string) => [at(text), thursday].sort(Temporal.Instant.compare)[1];

async function plannedBy(calendar: ACalendar): Promise<readonly string[]> {
  const rows = await calendar.db.selectFrom('pings').selectAll().execute();
  return rows
    .map(row => [dueOf(row.due_at), row.group_key, row.occurrence, row.kind, row.audience].join(' '))
    .toSorted();
}

onEachEngine('a rehearsal on $name', engine => {
  test('says which pings the planner then plans, and leaves the database as it was to the last byte', async () => {
    const calendar = await aBusyWeek(engine);
    const before = await dumpOf(calendar.db);
    const foreseen = foreseenOf(await rehearsed(calendar, '1'));
    expect(await dumpOf(calendar.db)).toEqual(before);
    expect(before.schedules?.length).toBe(calendar.groupKeys.length);
    await calendar.run(thursday.add({ hours: 24 }));
    expect(foreseen).toEqual(await plannedBy(calendar));
    expect(foreseen).toContain('2027-03-25T16:45:00Z office-hours-weekly 2027-03-25T18:00 session role');
  });
});

describe.each(embedded)('a rehearsal on $name', engine => {
  test('is right across daylight saving, a holiday and a move', async () => {
    const calendar = await aBusyWeek(engine);
    const foreseen = foreseenOf(await rehearsed(calendar, '5'));
    await calendar.run(tuesday);
    expect(foreseen).toEqual(await plannedBy(calendar));
    expect(foreseen).toContain('2027-03-29T16:45:00Z new-graduates 2027-03-29T19:00 session role');
    expect(foreseen).toContain('2027-03-29T06:30:00Z managers 2027-03-31T18:00~1 check-in channel');
  });

  test('of 31 days leaves the database as it was', async () => {
    const calendar = await aBusyWeek(engine);
    const before = await dumpOf(calendar.db);
    expect((await rehearsed(calendar, '31')).isWhole).toBe(true);
    expect(await dumpOf(calendar.db)).toEqual(before);
  });

  test('says when events are looked at as they then are, and makes each once', async () => {
    const calendar = await aBusyWeek(engine);
    const changes = happeningsOf(await rehearsed(calendar, '5')).filter(({ kind }) => kind === 'event');
    const events = changes.flatMap(one => (one.kind === 'event' ? [`${one.step} ${one.title} ${one.planned}`] : []));
    expect(events.length).toBeGreaterThan(10);
    expect(new Set(events).size).toBe(events.length);
    expect(events).toContain('make New Graduates 2027-03-29T19:00');
    expect(events.filter(event => event.includes('Architects 2027-03-26'))).toEqual([]);
    // When this week's ends, that of two weeks later is near enough.
    expect(changes).toContainEqual(
      expect.objectContaining({ title: 'Weekly Q&A', planned: '2027-04-08T18:00', at: at('2027-03-25T18:00:00Z') }),
    );
  });

  test('names what does not take place and when the clocks change', async () => {
    const { found, isWhole } = await rehearsed(await aBusyWeek(engine), '5');
    expect(isWhole).toBe(true);
    expect(found.flatMap(({ off }) => off.map(({ title, session }) => [title, session.planned, session.off]))).toEqual([
      ['Architects', '2027-03-26T17:00', { kind: 'holiday', reason: 'Good Friday' }],
    ]);
    expect(found.flatMap(({ date, clocks }) => clocks.map(({ zone, minutes }) => [date, zone, minutes]))).toEqual([
      ['2027-03-28', 'Europe/Berlin', 60],
    ]);
  });

  test('of a group whose channel is gone, says that its pings are left out and why', async () => {
    const calendar = await aBusyWeek(engine);
    await calendar.db
      .updateTable('schedules')
      .set({ disabled_at: toText(thursday) })
      .where('group_key', '=', 'managers')
      .execute();
    const ofManagers = happeningsOf(await rehearsed(calendar, '5')).filter(
      one => one.title === 'Managers' && one.kind !== 'event',
    );
    expect(new Set(ofManagers.map(({ kind }) => kind))).toEqual(new Set(['suppressed']));
  });

  test('of a session that is skipped while its thread waits, says that the thread is left out and why', async () => {
    const calendar = await aBusyWeek(engine);
    const [groupKey, planned] = ['office-hours-weekly', '2027-03-25T18:00'];
    const skipping = { guildId, groupKey, planned, change: { kind: 'skip' }, because: '1', by: '1' } as const;
    await inTransaction(calendar.db, tx => changeSession(tx, calendar.context, skipping));
    const leftOut = happeningsOf(await rehearsed(calendar, '1')).flatMap(one =>
      one.kind === 'ping' && one.leftOut !== undefined ? [[one.ping, one.leftOut]] : [],
    );
    expect(leftOut).toEqual([
      [{ groupKey, occurrence: planned, kind: 'thread', audience: 'channel' }, 'the session was changed since'],
    ]);
  });

  test('of a group whose channel was never made, foresees as little as then happens', async () => {
    const calendar = await aCalendar(engine, thursday);
    await calendar.db.deleteFrom('bindings').where('name', '=', 'channel:eng-managers').execute();
    const foreseen = foreseenOf(await rehearsed(calendar, '7'));
    await calendar.run(thursday.add({ hours: 7 * 24 }));
    expect(foreseen).toEqual(await plannedBy(calendar));
    expect(foreseen.filter(one => one.includes(' managers '))).toEqual([]);
    expect(foreseen.length).toBeGreaterThan(20);
  });

  test('says which roles the next pass over all members would give and take', async () => {
    const calendar = await aBusyWeek(engine);
    const { db } = calendar;
    for (const [key, id] of [
      ['new-graduate', '61'],
      ['manager', '62'],
    ] as const)
      await adopt(db, guildId, `role:${key}`, id, {}, thursday);
    await db
      .insertInto('enrolments')
      .values({
        guild_id: guildId,
        user_id: '1200',
        path_id: 'new-graduate',
        enrolled_at: toText(thursday),
        changed_by: '1',
      })
      .execute();
    await noteRoles(db, { guildId, userId: '1201' }, ['manager'], thursday);
    expect((await rehearsed(calendar, '1')).roles).toEqual({
      steps: [
        { userId: '1200', kind: 'give', role: 'New Graduate' },
        { userId: '1201', kind: 'take', role: 'Manager' },
      ],
      looked: 2,
      known: 2,
    });
  });

  test('asks for a number of days where none was given', async () => {
    const calendar = await aCalendar(engine, thursday);
    const outcome = await rehearse({ ...calendar.context, curriculum }, guildId, 'a week');
    expect(outcome).toEqual({ kind: 'no-days', typed: 'a week', most: 31 });
  });
});
