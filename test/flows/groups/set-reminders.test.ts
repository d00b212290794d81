import { expect, test } from 'vitest';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { isRemindedOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions, sessionPlannedAt } from '../../../src/domain/groups/session.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { comersTo } from '../../../src/store/groups/answers.ts';
import { memberSettings, saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { findSchedule, savePlanned } from '../../../src/store/groups/schedules.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aMeeting, community, guildId, type Meeting } from './a-meeting.ts';

const monday = '2026-11-23T19:00';
const wednesday = '2026-11-25T19:00';
const instant = (text: string) => Temporal.Instant.from(`${text}:00Z`);

onEachEngine('reminders on $name', engine => {
  test('are a day before in the thread until the member chooses; a choice plans the group anew', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    await flows.answerSession(meeting.ada(), 'evening', monday, true);
    const comer = async () => (await comersTo(db, guildId, 'evening', monday)).get(monday)?.[0];
    expect(await comer()).toMatchObject({ userId: '1200', lead: 'usual', where: 'thread' });
    expect(await flows.setReminders(meeting.ada())).toMatchObject({ isChanged: false, settings: { lead: 24 * 60 } });
    const woken = meeting.woken();
    meeting.setClock('2026-11-22T13:00');
    await inTransaction(db, tx => savePlanned(tx, guildId, 'evening', meeting.now(), instant('2026-11-22T18:00')));
    expect((await findSchedule(db, guildId, 'evening'))?.isChanged).toBe(false);
    const chosen = { settings: { lead: 60, where: 'dm', isDmClosed: false }, isChanged: true, isDmTriedAgain: false };
    expect(await flows.setReminders(meeting.ada(), { lead: 60, where: 'dm' })).toEqual(chosen);
    expect(meeting.woken()).toBe(woken + 1);
    expect((await findSchedule(db, guildId, 'evening'))?.isChanged).toBe(true);
    expect(await comer()).toMatchObject({ userId: '1200', lead: 60, where: 'dm' });
    await flows.setReminders(meeting.ada(), { where: 'off' });
    expect(await comer()).toMatchObject({ lead: undefined });
  });

  test('stay as they are when a command comes once more', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    const first = meeting.ada();
    await flows.setReminders(first, { where: 'dm', lead: 60 });
    await flows.setReminders(meeting.ada(), { where: 'off' });
    expect(await flows.setReminders(first, { where: 'dm', lead: 60 })).toMatchObject({
      settings: { where: 'off', lead: 60 },
      isChanged: false,
    });
  });

  test('go out late all the same where the member sets their time zone meanwhile, and not where they choose anew', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await flows.answerSession(meeting.ada(), 'evening', monday, true);
    const ping = { groupKey: 'evening', occurrence: monday, kind: 'reminder', audience: 'thread-1440' } as const;
    meeting.setClock('2026-11-22T18:30');
    await flows.setMemberZone(meeting.ada(), 'Tokyo');
    expect(await flows.openPing(guildId, ping)).toMatchObject({ kind: 'reminder', to: { userIds: ['1200'] } });
    await flows.setReminders(meeting.ada(), { lead: 24 * 60 });
    expect(await flows.openPing(guildId, ping)).toMatchObject({ kind: 'suppressed' });
  });

  test('that could not be delivered come in the thread until direct messages are chosen anew', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    await flows.setReminders(meeting.ada(), { where: 'dm' });
    const settings = {
      ...(await memberSettings(db, meeting.ada())),
      dmClosedAt: meeting.now(),
      timeZone: 'Asia/Kolkata',
    };
    await inTransaction(db, tx => saveMemberSettings(tx, meeting.ada(), settings, meeting.now()));
    expect(await flows.answerSession(meeting.ada(), 'evening', wednesday, true)).toMatchObject({
      zone: 'Asia/Kolkata',
      reminder: { kind: 'reminded', where: 'thread' },
    });
    expect((await flows.setReminders(meeting.ada(), { lead: 15 })).settings.isDmClosed).toBe(true);
    expect(await flows.setReminders(meeting.ada(), { where: 'dm' })).toEqual({
      settings: { lead: 15, where: 'dm', isDmClosed: false },
      isChanged: true,
      isDmTriedAgain: true,
    });
    expect((await memberSettings(db, meeting.ada())).timeZone).toBe('Asia/Kolkata');
  });
});

onEachEngine('a rest on $name', engine => {
  /** The sessions of which Ada is reminded. */
  const reminded = async ({ db }: Meeting) => {
    const [group] = groupsOfFile(community, 'Europe/Berlin');
    const comers = await comersTo(db, guildId, 'evening', monday);
    return [...comers].flatMap(([planned, [comer]]) => {
      const session = group && sessionPlannedAt(group, planned, noExceptions);
      return session && comer && isRemindedOf(session, comer, usualRules) ? planned : [];
    });
  };

  test('keeps reminders away from its first to its last day, whatever was said about coming', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    for (const planned of [monday, wednesday]) await flows.answerSession(meeting.ada(), 'evening', planned, true);
    expect(await reminded(meeting)).toEqual([monday, wednesday]);
    expect(await flows.takeRest(meeting.ada(), { from: 'Wednesday', until: '2 weeks' })).toEqual({
      kind: 'resting',
      rest: { from: '2026-11-25', until: '2026-12-09' },
      isBegun: false,
      isNew: true,
    });
    expect(await reminded(meeting)).toEqual([monday]);
    const answered = await flows.answerSession(meeting.ada(), 'evening', wednesday, true);
    expect(answered).toMatchObject({ reminder: { kind: 'resting' } });
    // A day before Monday's, it would come on the last day of the rest.
    await flows.takeRest(meeting.ada(), { until: 'today' });
    expect(await reminded(meeting)).toEqual([wednesday]);
  });

  test('is one at a time: a new one takes the place of one ahead, and continues one that has begun', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await flows.takeRest(meeting.ada(), { from: '2026-12-20', until: '2026-12-31' });
    await flows.takeRest(meeting.ada(), { from: '2026-11-24', until: '2026-11-30' });
    meeting.setClock('2026-11-26T12:00');
    const rest = { from: '2026-11-24', until: '2026-12-03' };
    expect(await flows.takeRest(meeting.ada(), { until: '1 week' })).toMatchObject({
      rest,
      isBegun: true,
      isNew: true,
    });
    expect(await flows.takeRest(meeting.ada(), { until: '2026-12-03' })).toMatchObject({ rest, isNew: false });
    expect(await flows.takeRest(meeting.ada())).toMatchObject({ rest, isNew: false });
    meeting.setClock('2026-12-22T12:00');
    expect(await flows.takeRest(meeting.ada())).toEqual({ kind: 'none' });
  });

  test('that is lifted ends yesterday, stays lifted, and its days still were days of rest', async () => {
    const meeting = await aMeeting(engine);
    const { flows } = meeting;
    await flows.joinGroup(meeting.ada(), 'evening');
    const early = meeting.ada();
    await flows.takeRest(meeting.ada(), { until: '2026-12-31' });
    meeting.setClock('2026-12-06T12:00');
    expect(await flows.liftRest(meeting.ada())).toEqual({
      kind: 'lifted',
      rest: { from: '2026-11-22', until: '2026-12-31' },
    });
    expect(await flows.takeRest(early, { until: '2026-12-31' })).toEqual({ kind: 'none' });
    expect(await flows.liftRest(meeting.ada())).toEqual({ kind: 'none' });
    meeting.setClock('2026-12-13T12:00');
    // Two weeks of rest, and one in which Ada was not there.
    expect((await flows.showProgress(meeting.ada())).consistency).toEqual({ attended: 0, of: 1 });
  });

  test('is counted in days of the member’s own zone', async () => {
    const meeting = await aMeeting(engine);
    const { flows, db } = meeting;
    meeting.setClock('2026-11-22T23:30');
    const until = async () => (await flows.takeRest(meeting.ada(), { until: 'today' })) as object;
    expect(await until()).toMatchObject({ rest: { until: '2026-11-23' } });
    const settings = { timeZone: 'America/New_York' };
    await inTransaction(db, tx => saveMemberSettings(tx, meeting.ben(), settings, meeting.now()));
    expect(await flows.takeRest(meeting.ben(), { until: 'today' })).toMatchObject({ rest: { until: '2026-11-22' } });
  });
});
