/** Joining a group and leaving it, the list of groups, and the next meetings. */
import { expect, test } from 'vitest';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { someGroups } from './some-groups.ts';

onEachEngine('membership on $name', engine => {
  test('who joins hears when it meets, gets its role, and is asked for the time zone once', async () => {
    const { flows, ada, effects, woken } = await someGroups(engine);
    const joining = ada();
    expect(await flows.joinGroup(joining, 'night owls')).toMatchObject({
      kind: 'joined',
      group: { key: 'owls' },
      next: { planned: '2026-11-23T19:00' },
      asksZone: true,
    });
    expect(await effects('sync-roles')).toEqual([
      { kind: 'sync-roles', member: { guildId: '1100', userId: '1200' }, because: joining.interactionId },
    ]);
    expect(woken()).toBe(1);
    expect(await flows.joinGroup(ada(), 'owls')).toMatchObject({ kind: 'already-in', asksZone: false });
    expect(await flows.joinGroup(ada(), 'larks')).toMatchObject({ kind: 'joined', asksZone: false });
    expect(await effects('sync-roles')).toEqual([]);
  });

  test('who leaves is expected at none of its meetings, and an older click brings nothing back', async () => {
    const { flows, db, ada, effects } = await someGroups(engine);
    const first = ada();
    await flows.joinGroup(first, 'owls');
    await flows.answerSession(ada(), 'owls', '2026-11-23T19:00', true);
    await effects();
    const leaving = ada();
    expect(await flows.leaveGroup(leaving, 'owls')).toMatchObject({ kind: 'left' });
    expect(await effects('sync-roles')).toMatchObject([{ because: leaving.interactionId }]);
    expect(await db.selectFrom('session_answers').selectAll().execute()).toEqual([]);
    expect(await flows.leaveGroup(ada(), 'owls')).toMatchObject({ kind: 'not-in' });
    expect(await flows.joinGroup(first, 'owls')).toMatchObject({ kind: 'already-in' });
    expect(await flows.nextMeetings(ada())).toEqual({ kind: 'in-none' });
    expect(await flows.joinGroup(ada(), 'owls')).toMatchObject({ kind: 'joined' });
  });

  test('nor at one that was moved ahead of the day on which they leave; what is past stays as it was', async () => {
    const { flows, db, ada, olga, passTo } = await someGroups(engine);
    await flows.joinGroup(ada(), 'owls');
    for (const planned of ['2026-11-23T19:00', '2026-11-25T19:00'])
      await flows.answerSession(ada(), 'owls', planned, true);
    await flows.moveSession(olga(), 'owls/2026-11-23T19:00', { typed: '2026-12-05 21:00' });
    passTo(at('2026-12-04T10:00:00Z'));
    await flows.leaveGroup(ada(), 'owls');
    const rows = await db.selectFrom('session_answers').select('planned').execute();
    expect(rows).toEqual([{ planned: '2026-11-25T19:00' }]);
  });

  test('office hours are for everybody, and what does not exist is named with its neighbours', async () => {
    const { flows, ada } = await someGroups(engine);
    expect(await flows.joinGroup(ada(), 'weekly q&a')).toMatchObject({ kind: 'for-everybody' });
    expect(await flows.joinGroup(ada(), 'lark')).toMatchObject({
      kind: 'unknown-group',
      nearest: [{ key: 'larks' }, {}, {}],
    });
  });

  test('the list says who is in each, and when it meets next', async () => {
    const { flows, ada, ben, as } = await someGroups(engine);
    await flows.joinGroup(ada(), 'owls');
    const { shown, open } = await flows.listGroups(as(ada()));
    expect(shown.map(({ group, members, isMember, next }) => [group.key, members, isMember, next?.planned])).toEqual([
      ['owls', 1, true, '2026-11-23T19:00'],
      ['larks', 0, false, '2026-11-24T08:00'],
      ['office-hours-weekly', 0, false, '2026-11-26T18:00'],
    ]);
    expect(open.map(({ key }) => key)).toEqual(['larks']);
    expect((await flows.listGroups(as(ben()))).open).toHaveLength(2);
  });

  test('the next meetings are those of my groups in order, with what I said and what is off', async () => {
    const { flows, ada, olga } = await someGroups(engine);
    await flows.joinGroup(ada(), 'owls');
    await flows.joinGroup(ada(), 'larks');
    await flows.answerSession(ada(), 'larks', '2026-11-24T08:00', true);
    await flows.skipSession(olga(), 'owls/2026-11-25T19:00', 'away');
    expect(await flows.nextMeetings(ada())).toMatchObject({
      kind: 'meetings',
      meetings: [
        { session: { planned: '2026-11-23T19:00' } },
        { session: { planned: '2026-11-24T08:00' }, isComing: true },
        { session: { planned: '2026-11-25T19:00', off: { kind: 'skipped', reason: 'away' } } },
        { session: { planned: '2026-11-30T19:00' } },
        { session: { planned: '2026-12-01T08:00' } },
      ],
    });
    expect(await flows.nextMeetings(ada(), 'weekly q&a')).toMatchObject({ of: { key: 'office-hours-weekly' } });
  });
});
