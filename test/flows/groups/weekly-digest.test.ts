import { expect, test } from 'vitest';
import type { Db } from '../../../src/store/database.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { claimDue, settle } from '../../../src/store/deliveries.ts';
import { toText } from '../../../src/store/instants.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aMeeting, community, guildId, type Meeting, path } from './a-meeting.ts';

const people = (count: number) => Array.from({ length: count }, (_, index) => String(1300 + index));

/** On the path and in the group since 1 November, each with these items finished on that day. */
async function learners(meeting: Meeting, done: readonly string[]): Promise<void> {
  meeting.setClock('2026-11-01T12:00');
  for (const [index, userId] of people(done.length).entries()) {
    await meeting.flows.choosePath(meeting.member(userId), 'p');
    await meeting.flows.joinGroup(meeting.member(userId), 'evening');
    for (const item of done[index] ?? '') await meeting.flows.completeItem(meeting.member(userId), item);
  }
}

async function deliverAll(db: Db, now: Temporal.Instant): Promise<void> {
  const claimed = await claimDue(db, { owner: 'o', now, limit: 100, lease: Temporal.Duration.from({ minutes: 1 }) });
  for (const one of claimed) await inTransaction(db, tx => settle(tx, one, { state: 'delivered' }, now));
}

onEachEngine('the agenda on $name', engine => {
  test('follows where the members of the group stand, and who has finished last week’s', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await learners(meeting, ['ab', 'ab', 'ab', 'ab', 'abcde', '']);
    await flows.choosePath(meeting.member('1400'), 'p');
    meeting.setClock('2026-11-21T12:00');
    await flows.leaveGroup(meeting.member('1304'), 'evening');
    await flows.joinGroup(meeting.member('1400'), 'evening');
    for (const item of 'cde') await flows.completeItem(meeting.member('1300'), item);
    const shown = await flows.groupAgenda(guildId, 'evening');
    expect(shown).toMatchObject({
      kind: 'agenda',
      session: { planned: '2026-11-23T19:00' },
      agenda: { kind: 'covers', stage: { title: 'Stage 2' }, members: 5, lastWeek: { finished: 1, of: 6 } },
    });
    const covered = shown.kind === 'agenda' && shown.agenda?.kind === 'covers' ? shown.agenda : undefined;
    for (const places of [covered?.places, covered?.lastWeek?.places])
      expect(places?.map(({ itemId }) => itemId)).toEqual(['c', 'd', 'e']);
    expect(await flows.groupAgenda(guildId, 'evening', '2026-11-25T19:00')).toMatchObject({
      session: { planned: '2026-11-25T19:00' },
    });
    expect(await flows.groupAgenda(guildId, 'morning')).toMatchObject({ kind: 'unknown-group' });
  });

  test('of office hours is what people got stuck at: five who have had it next for two weeks', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await learners(meeting, ['ab', 'ab', 'ab', 'ab', 'ab']);
    const stuck = async () => {
      const shown = await flows.groupAgenda(guildId, 'office-hours-weekly');
      return shown.kind === 'agenda' && shown.stuck.map(({ item, members }) => `${item.id} ${members}`);
    };
    meeting.setClock('2026-11-15T11:00');
    expect(await stuck()).toEqual([]);
    meeting.setClock('2026-11-15T13:00');
    expect(await stuck()).toEqual(['c 5']);
    await flows.completeItem(meeting.member('1303'), 'd');
    expect(await stuck()).toEqual([]);
    // Whoever has done nothing for two months has left.
    meeting.setClock('2027-01-15T13:00');
    expect(await stuck()).toEqual([]);
  });
});

onEachEngine('the digest on $name', engine => {
  test('has the week’s figures, the certificates that were announced, and the meetings of the next', async () => {
    const certificate = { id: 'cert', title: 'The Certificate', pathId: 'p', itemIds: ['a', 'b', 'c', 'd', 'e'] };
    const meeting = await aMeeting(engine, {}, [certificate]);
    const { flows, db } = meeting;
    await learners(meeting, ['ab', 'ab', 'ab', 'ab', 'ab']);
    meeting.setClock('2026-11-18T12:00');
    for (const userId of ['1401', '1402']) {
      await flows.choosePath(meeting.member(userId), 'p');
      for (const item of 'abcde') await flows.completeItem(meeting.member(userId), item);
      await flows.issueCertificate(meeting.member(userId), 'cert', {
        name: userId === '1401' ? 'Ada L.' : 'Ben',
        announce: false,
      });
    }
    await flows.joinGroup(meeting.member('1401'), 'evening');
    await flows.announceCertificate(meeting.member('1401'), 'cert');
    await deliverAll(db, meeting.now());
    await flows.skipSession({ ...meeting.ben(), isOrganiser: true }, 'evening/2026-11-25T19:00', 'ill');
    meeting.setClock('2026-11-22T17:00');
    const digest = await flows.weeklyDigest(guildId, '2026-11-22');
    expect(digest).toMatchObject({
      newOnPaths: 2,
      paths: [{ path: { id: path.id }, members: 2 }],
      groups: [{ group: { key: 'evening' }, members: 1 }],
      certificates: [{ name: 'Ada L.', title: 'The Certificate' }],
      stuck: [{ item: { id: 'c' }, members: 5 }],
    });
    expect(digest?.meetings.map(({ session }) => `${session.planned} ${session.off?.kind ?? ''}`)).toEqual([
      '2026-11-23T19:00 ',
      '2026-11-25T19:00 skipped',
      '2026-11-26T18:00 ',
    ]);
    expect(await flows.weeklyDigest(guildId, '2026-11-29')).toMatchObject({ newOnPaths: 0, certificates: [] });
  });

  test('counts as new who did nothing here before the week: on no path, in no group, with no item finished', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    meeting.setClock('2026-11-01T12:00');
    const long = { guild_id: guildId, enrolled_at: toText(meeting.now()), left_at: null, changed_by: '1' };
    await db
      .insertInto('enrolments')
      .values({ ...long, user_id: '1501', path_id: 'another' })
      .execute();
    await flows.joinGroup(meeting.member('1502'), 'evening');
    await flows.completeItem(meeting.member('1503'), 'a');
    meeting.setClock('2026-11-18T12:00');
    for (const userId of ['1500', '1501', '1502', '1503']) await flows.choosePath(meeting.member(userId), 'p');
    meeting.setClock('2026-11-22T17:00');
    expect(await flows.weeklyDigest(guildId, '2026-11-22')).toMatchObject({
      newOnPaths: 1,
      paths: [{ path: { id: path.id }, members: 1 }],
    });
  });

  test.each([
    ['back', '2026-10-18T16:30', ['2026-10-18', '2026-10-25'], [0, 1]],
    ['forward', '2027-03-21T16:30', ['2027-03-21', '2027-03-28'], [1, 0]],
  ] as const)(
    'counts each arrival once, and each meeting, where the clocks go %s',
    async (_, arrival, digests, arrived) => {
      // Sundays at 17:30: a half hour before the digest.
      const meets = [{ days: ['Sunday'], at: '17:30', minutes: 30 }] as const;
      const groups = community.studyGroups.map(group => ({ ...group, meets }));
      const meeting = await aMeeting(engine, { studyGroups: groups, officeHours: [] });
      const { flows } = meeting;
      meeting.setClock(arrival);
      await flows.choosePath(meeting.member('1500'), 'p');
      const told = [];
      for (const date of digests) told.push(await flows.weeklyDigest(guildId, date));
      expect(told.map(digest => digest?.newOnPaths)).toEqual(arrived);
      expect(told.map(digest => digest?.meetings.map(({ session }) => session.planned))).toEqual(
        digests.map(date => [`${Temporal.PlainDate.from(date).add({ days: 7 })}T17:30`]),
      );
    },
  );

  test('with nothing to say is none', async () => {
    const meeting = await aMeeting(engine, { studyGroups: [], officeHours: [] });
    expect(await meeting.flows.weeklyDigest(guildId, '2026-11-22')).toBeUndefined();
  });
});
