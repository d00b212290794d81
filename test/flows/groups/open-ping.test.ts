/** What a ping says is decided when it goes out: what changed since it was planned counts. */
import { describe, expect, test } from 'vitest';
import type { PingKey } from '../../../src/domain/groups/ping.ts';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { storedOf } from '../../../src/domain/groups/ping-rules.ts';
import { rulesSetting } from '../../../src/flows/groups/ping-rules.ts';
import { planPing, recordSuppressed } from '../../../src/store/groups/pings.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { saveSetting } from '../../../src/store/settings.ts';
import { embedded, onEachEngine, type TestEngine } from '../../support/databases.ts';
import { aMeeting, community, guildId } from './a-meeting.ts';

const groupKey = 'evening';
const planned = '2026-11-23T19:00';
const call: PingKey = { groupKey, occurrence: planned, kind: 'session', audience: 'role' };
const suppressed = (reason: string) => ({ kind: 'suppressed', reason });

async function open(engine: TestEngine, more: Parameters<typeof aMeeting>[1] = {}) {
  const meeting = await aMeeting(engine, more);
  const { db, flows } = meeting;
  return {
    ...meeting,
    opens: (ping: Partial<PingKey> = {}) => flows.openPing(guildId, { ...call, ...ping }),
    changes: (revision: number, more: { kind: 'skipped' | 'held' } | { kind: 'moved'; to: string }, reason = 'ill') =>
      saveChange(db, { guildId, groupKey }, { planned, revision, reason, ...more }, meeting.now()),
    /** Was planned for this time. */
    plans: (dueAt: string, ping: Partial<PingKey> = {}) => {
      const due = Temporal.Instant.from(`${dueAt}:00Z`);
      return planPing(db, guildId, { ...call, ...ping, dueAt: due, expiresAt: due.add({ hours: 24 }) }, meeting.now());
    },
  };
}

onEachEngine('a ping that goes out on $name', engine => {
  test('says how late it is, unless a change of the session made it due', async () => {
    const { opens, plans, changes, setClock } = await open(engine);
    await plans('2026-11-23T17:45');
    setClock('2026-11-23T17:46');
    expect(await opens()).toMatchObject({ kind: 'session', session: { planned } });
    expect(await opens()).not.toHaveProperty('lateBy');
    setClock('2026-11-23T17:50');
    expect(await opens()).toMatchObject({ lateBy: 5 });
    await changes(1, { kind: 'moved', to: '2026-11-23T19:05' });
    await plans('2026-11-23T17:45', { occurrence: `${planned}~1` });
    expect(await opens({ occurrence: `${planned}~1` })).not.toHaveProperty('lateBy');
  });

  test('is dropped when its session was skipped, moved, or is over, or is nobody’s any more', async () => {
    const { opens, changes, setClock } = await open(engine);
    expect(await opens({ groupKey: 'gone' })).toEqual(suppressed('the group has ended'));
    expect(await opens({ occurrence: '2026-11-24T19:00' })).toEqual(
      suppressed('the group does not meet then any more'),
    );
    setClock('2026-11-23T19:00');
    expect(await opens()).toEqual(suppressed('the session is over'));
    setClock('2026-11-23T12:00');
    await changes(1, { kind: 'skipped' });
    expect(await opens()).toEqual(suppressed('the session was changed since'));
    expect(await opens({ occurrence: `${planned}~1` })).toEqual(suppressed('the session was skipped'));
    await changes(2, { kind: 'moved', to: '2026-11-24T18:00' });
    expect(await opens({ occurrence: `${planned}~2` })).toMatchObject({ kind: 'session', session: { planned } });
  });

  test('about a change names what was planned, what holds now, why, and whether it is near', async () => {
    const { opens, changes, setClock } = await open(engine);
    await changes(1, { kind: 'skipped' }, 'the host is ill');
    const change = { kind: 'change', occurrence: `${planned}~1` } as const;
    const opened = await opens(change);
    expect(opened).toMatchObject({ kind: 'change', change: { reason: 'the host is ill' }, isSoon: false });
    expect(opened.kind === 'change' && [opened.plannedAt, opened.next?.startsAt].map(String)).toEqual([
      '2026-11-23T18:00:00Z',
      '2026-11-25T18:00:00Z',
    ]);
    setClock('2026-11-22T18:01');
    expect(await opens(change)).toMatchObject({ isSoon: true });
  });

  test('about a move is dropped when a holiday has taken the session out since: that is told by itself', async () => {
    const { opens, changes, flows, ada, setClock } = await open(engine);
    const change = { kind: 'change', occurrence: `${planned}~1` } as const;
    await changes(1, { kind: 'moved', to: '2026-11-23T20:00' });
    expect(await opens(change)).toMatchObject({ kind: 'change' });
    setClock('2026-11-22T13:00');
    await flows.noteHoliday({ ...ada(), isOrganiser: true }, groupKey, { from: '23 Nov' });
    expect(await opens(change)).toEqual(suppressed('a break took the session out since'));
    await changes(2, { kind: 'skipped' });
    expect(await opens({ ...change, occurrence: `${planned}~2` })).toMatchObject({ kind: 'change' });
  });

  test('to remind names nobody who has left the server, and is dropped when nobody is left', async () => {
    const { opens, flows, ada, member, setClock } = await open(engine);
    for (const comer of [ada(), member('1399')]) await flows.answerSession(comer, groupKey, planned, true);
    const reminder = { kind: 'reminder', audience: 'thread-1440' } as const;
    setClock('2026-11-22T18:00');
    await flows.hearOfDeparture(member('1399'));
    expect(await opens(reminder)).toMatchObject({ kind: 'reminder', to: { userIds: [ada().userId] } });
    const shown = await flows.showGroup({ ...ada(), isOrganiser: false }, groupKey);
    expect(shown.kind === 'group' && shown.next[0]?.coming).toBe(1);
    await flows.hearOfDeparture(ada());
    expect(await opens(reminder)).toEqual(suppressed('nobody is to be reminded any more'));
  });

  test('with the week’s plan names the sessions of that week, also those that are off', async () => {
    const { opens, changes, plans, setClock } = await open(engine);
    const plan = { kind: 'week-plan', occurrence: '2026-11-23', audience: 'channel' } as const;
    await plans('2026-11-23T08:00', plan);
    setClock('2026-11-23T08:00');
    await changes(1, { kind: 'skipped' });
    const opened = await opens(plan);
    expect(opened.kind === 'week-plan' && opened.sessions.map(({ planned, off }) => [planned, off?.kind])).toEqual([
      [planned, 'skipped'],
      ['2026-11-25T19:00', undefined],
    ]);
  });

  test('with the week’s plan names what comes before the next plan, though the clocks go back in between', async () => {
    const meets = [{ days: ['Monday'], at: '08:30', minutes: 60 }] as const;
    const { opens, plans, setClock } = await open(engine, {
      studyGroups: community.studyGroups.map(one => ({ ...one, meets })),
    });
    const plan = { kind: 'week-plan', occurrence: '2027-10-25', audience: 'channel' } as const;
    setClock('2027-10-25T07:00');
    await plans('2027-10-25T07:00', plan);
    expect(await opens(plan)).toMatchObject({ kind: 'week-plan', sessions: [{ planned: '2027-11-01T08:30' }] });
  });

  test('after an outage sums up what was lost, by group, and says what comes next', async () => {
    const { db, now, opens } = await open(engine);
    const lost = { dueAt: now().subtract({ hours: 3 }), expiresAt: now().subtract({ hours: 2 }) };
    const why = { cause: 'not-running', reason: 'Cairn was not running' } as const;
    for (const audience of ['1', '2', '3'])
      await recordSuppressed(db, guildId, { ...call, kind: 'reminder', audience, ...lost }, why, now());
    const opened = await opens({ groupKey: 'community', kind: 'summary', occurrence: '2026-11-22T12:00Z' });
    expect(opened).toMatchObject({
      kind: 'summary',
      from: lost.dueAt,
      missed: [{ title: 'Evening Group', kinds: [{ kind: 'reminder', times: 3 }] }],
    });
    expect(opened.kind === 'summary' && opened.next.map(({ session }) => session.planned)).toEqual([
      planned,
      '2026-11-26T18:00',
    ]);
  });
});

describe.each(embedded)('what organisers turned off', engine => {
  test.each([
    ['weekPlan', 'week-plan'],
    ['reminder', 'reminder'],
    ['session', 'session'],
    ['checkIn', 'check-in'],
    ['digest', 'digest'],
    ['events', 'event-start'],
  ] as const)('%s is not said any more', async (rule, kind) => {
    const { db, now, opens } = await open(engine);
    const rules = storedOf({ ...usualRules, [rule]: { ...usualRules[rule], on: false } });
    await saveSetting(db, guildId, rulesSetting, rules, now());
    expect(await opens({ kind })).toEqual(suppressed('the organisers turned it off'));
  });
});
