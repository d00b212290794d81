import { expect, test } from 'vitest';
import { auditRecords } from '../../../src/store/audit.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { comersTo } from '../../../src/store/groups/answers.ts';
import { setHost } from '../../../src/store/groups/members.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aMeeting, guildId } from './a-meeting.ts';

const monday = '2026-11-23T19:00';
const [ada, ben] = ['1200', '1201'];

onEachEngine('saying whether one comes, on $name', engine => {
  test('an answer says when the reminder comes; the later press decides, in whatever order they arrive', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    const comers = async () =>
      (await comersTo(db, guildId, 'evening', monday)).get(monday)?.map(({ userId }) => userId) ?? [];
    const [early, late] = [meeting.ada(), meeting.ada()];
    expect(await flows.answerSession(late, 'evening', monday, true)).toMatchObject({
      kind: 'answered',
      isComing: true,
      isMember: false,
      reminder: { kind: 'reminded', at: Temporal.Instant.from('2026-11-22T18:00:00Z'), where: 'thread' },
      call: 15,
    });
    await flows.answerSession(early, 'evening', monday, false);
    expect(await comers()).toEqual([ada]);
    await flows.answerSession(meeting.ada(), 'evening', monday, false);
    expect(await comers()).toEqual([]);
    meeting.setClock('2026-11-23T17:50');
    const afterTheCall = await flows.answerSession(meeting.ada(), 'evening', monday, true);
    expect(afterTheCall).toMatchObject({ reminder: { kind: 'passed' } });
    expect(afterTheCall).not.toHaveProperty('call');
  });

  test('a meeting that is over, skipped or unknown takes no answer, and names the next', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    const answer = (planned: string, group = 'evening') => flows.answerSession(meeting.ada(), group, planned, true);
    expect(await answer('2026-11-18T19:00')).toMatchObject({ kind: 'over', next: { planned: monday } });
    expect(await answer('2026-11-24T19:00')).toMatchObject({ kind: 'unknown-session', next: { planned: monday } });
    expect(await answer(monday, 'morning')).toEqual({ kind: 'unknown-group' });
    await flows.skipSession({ ...meeting.ben(), isOrganiser: true }, `evening/${monday}`, 'ill');
    expect(await answer(monday)).toMatchObject({
      kind: 'off',
      session: { off: { kind: 'skipped', reason: 'ill' } },
      next: { planned: '2026-11-25T19:00' },
    });
  });
});

onEachEngine('"I’m here", on $name', engine => {
  test('is taken from ten minutes before the start until thirty after it, once, and can be taken back', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await flows.joinGroup(meeting.ada(), 'evening');
    const here = () => flows.noteHere(meeting.ada(), 'evening', monday);
    meeting.setClock('2026-11-23T17:49');
    expect(await here()).toMatchObject({ kind: 'too-early', opensAt: Temporal.Instant.from('2026-11-23T17:50:00Z') });
    meeting.setClock('2026-11-23T17:50');
    expect(await here()).toMatchObject({
      kind: 'here',
      isNew: true,
      isMember: true,
      consistency: { attended: 1, of: 1 },
    });
    expect(await here()).toMatchObject({ kind: 'here', isNew: false });
    const back = () => flows.takeBackHere(meeting.ada(), 'evening', monday);
    expect(await back()).toMatchObject({ kind: 'taken-back', isOpen: true });
    expect(await back()).toMatchObject({ kind: 'not-noted' });
    meeting.setClock('2026-11-23T18:30');
    expect(await here()).toMatchObject({ kind: 'here', isNew: true });
    meeting.setClock('2026-11-23T18:31');
    expect(await here()).toMatchObject({ kind: 'here', isNew: false });
    const late = await flows.noteHere(meeting.ben(), 'evening', monday);
    expect(late).toMatchObject({ kind: 'closed', hosts: [], closedAt: Temporal.Instant.from('2026-11-23T18:30:00Z') });
    expect(await flows.showProgress(meeting.ada())).toMatchObject({ consistency: { attended: 1, of: 1 } });
    expect((await flows.showProgress(meeting.ben())).consistency).toBeUndefined();
    expect(await back()).toMatchObject({ kind: 'taken-back', isOpen: false });
  });

  test('a host corrects it and has the last word; others are told who hosts, and an organiser’s hand is on record', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    for (const who of [meeting.ada, meeting.ben]) await flows.joinGroup(who(), 'evening');
    await inTransaction(db, tx => setHost(tx, { guildId, userId: ben }, 'evening', true));
    for (const comer of ['1202', '1203']) await flows.answerSession(meeting.member(comer), 'evening', monday, true);
    await flows.hearOfDeparture(meeting.member('1203'));
    const by = (who: typeof meeting.ada, isOrganiser = false) => ({ ...who(), isOrganiser });
    const correct = (isHere: boolean, who = by(meeting.ben)) =>
      flows.attendance(who, 'evening', monday, { userId: ada, isHere });
    meeting.setClock('2026-11-23T17:40');
    expect(await correct(true)).toMatchObject({ kind: 'not-begun' });
    meeting.setClock('2026-11-23T18:10');
    await flows.noteHere(meeting.ada(), 'evening', monday);
    expect(await correct(false, by(meeting.ada))).toMatchObject({ kind: 'not-host', hosts: [ben] });
    expect(await correct(false)).toMatchObject({
      kind: 'attendance',
      attendees: [{ userId: ada, isHere: false, notedBy: ben }],
      missing: ['1202'],
      corrected: { userId: ada, isHere: false },
    });
    expect(await flows.noteHere(meeting.ada(), 'evening', monday)).toMatchObject({ kind: 'decided', hosts: [ben] });
    meeting.setClock('2026-11-25T12:00');
    expect(await auditRecords(db, guildId, 5)).toEqual([]);
    await correct(
      true,
      by(() => meeting.member('1299'), true),
    );
    expect(await auditRecords(db, guildId, 5)).toMatchObject([
      { action: 'attendance-corrected', userId: '1299', before: { here: false }, after: { here: true } },
    ]);
    expect(await flows.recentSessions(by(meeting.ben), 'eve')).toMatchObject([
      { session: { planned: monday } },
      { session: { planned: '2026-11-18T19:00' } },
      ...Array.from({ length: 6 }, () => ({ group: { key: 'evening' } })),
    ]);
    expect(await flows.recentSessions(by(meeting.ada), '')).toEqual([]);
    expect(await flows.showGroup(by(meeting.ada), 'Evening Group')).toMatchObject({
      members: 2,
      hosts: [ben],
      isOverseer: false,
      // Not the weeks before the group was here.
      past: [{ session: { planned: monday }, here: 1 }],
      next: [{ session: { planned: '2026-11-25T19:00' }, coming: 0 }, {}, {}],
    });
  });
});
