/** A reminder put off: what is promised goes out, and what would not go out is not promised. */
import { expect, test } from 'vitest';
import type { PingKey } from '../../../src/domain/groups/ping.ts';
import { usualRules } from '../../../src/domain/groups/ping.ts';
import { storedOf } from '../../../src/domain/groups/ping-rules.ts';
import { rulesSetting } from '../../../src/flows/groups/ping-rules.ts';
import { saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { pingsOfOccurrence } from '../../../src/store/groups/ping-ledger.ts';
import { settlePing } from '../../../src/store/groups/pings.ts';
import { saveSetting } from '../../../src/store/settings.ts';
import { onEachEngine, type TestEngine } from '../../support/databases.ts';
import { aMeeting, guildId } from './a-meeting.ts';

const monday = '2026-11-23T19:00';
const instant = (text: string) => Temporal.Instant.from(`${text}:00Z`);
const again = (times: number): PingKey => ({
  groupKey: 'evening',
  occurrence: monday,
  kind: 'reminder',
  audience: `1200+${times}`,
});

async function aComer(engine: TestEngine) {
  const meeting = await aMeeting(engine);
  const { flows, ada } = meeting;
  await flows.answerSession(ada(), 'evening', monday, true);
  return {
    ...meeting,
    snooze: (minutes: number, times = 0) => flows.snoozeReminder(ada(), 'evening', monday, { minutes, times }),
    goesOut: (times: number) => flows.openPing(guildId, again(times)),
  };
}

onEachEngine('a reminder put off on $name', engine => {
  test('comes again once, however often the button is pressed, and never after the start', async () => {
    const { db, flows, ben, snooze, setClock } = await aComer(engine);
    expect(await flows.snoozeReminder(ben(), 'evening', monday, { minutes: 60, times: 0 })).toMatchObject({
      kind: 'not-coming',
    });
    expect(await snooze(60)).toMatchObject({ kind: 'snoozed', at: instant('2026-11-22T13:00') });
    setClock('2026-11-22T12:30');
    expect(await snooze(24 * 60)).toMatchObject({ kind: 'already', at: instant('2026-11-22T13:00') });
    expect(await snooze(24 * 60, 1)).toMatchObject({ kind: 'snoozed', at: instant('2026-11-23T12:30') });
    expect(await snooze(2 * 24 * 60, 2)).toMatchObject({ kind: 'too-long' });
    setClock('2026-11-23T17:30');
    expect(await snooze(20, 2)).toMatchObject({ kind: 'snoozed' });
    const pings = await pingsOfOccurrence(db, guildId, 'evening', monday);
    expect(
      pings.map(({ kind, audience, state, dueAt, expiresAt }) => [kind, audience, state, dueAt, expiresAt]),
    ).toEqual([
      ['reminder', '1200+1', 'due', instant('2026-11-22T13:00'), instant('2026-11-22T15:00')],
      ['reminder', '1200+2', 'due', instant('2026-11-23T12:30'), instant('2026-11-23T14:30')],
      ['reminder', '1200+3', 'due', instant('2026-11-23T17:50'), instant('2026-11-23T18:00')],
    ]);
    setClock('2026-11-23T18:00');
    expect(await snooze(60, 3)).toMatchObject({ kind: 'begun' });
  });

  test('goes out to that member alone, in the thread or by direct message, as they have it by then', async () => {
    const { ada, flows, db, goesOut, setClock, snooze, now } = await aComer(engine);
    expect(await snooze(60)).toMatchObject({ kind: 'snoozed', where: 'thread' });
    setClock('2026-11-22T13:00');
    expect(await goesOut(1)).toMatchObject({
      kind: 'reminder',
      to: { where: 'thread', userIds: ['1200'], times: 1 },
    });
    await flows.setReminders(ada(), { where: 'dm' });
    expect(await snooze(60, 1)).toMatchObject({ kind: 'snoozed', where: 'dm' });
    setClock('2026-11-22T14:00');
    expect(await goesOut(2)).toMatchObject({ kind: 'reminder', to: { where: 'dm', userId: '1200', times: 2 } });
    await saveMemberSettings(db, ada(), { reminderWhere: 'dm', dmClosedAt: now() }, now());
    expect(await snooze(60, 2)).toMatchObject({ kind: 'snoozed', where: 'thread' });
    expect(await goesOut(3)).toMatchObject({ to: { where: 'thread', userIds: ['1200'] } });
  });

  test('can be put off by an older reminder’s button after it came', async () => {
    const { db, setClock, snooze, now } = await aComer(engine);
    await snooze(60);
    setClock('2026-11-22T13:00');
    await settlePing(db, guildId, again(1), { state: 'sent' }, now());
    setClock('2026-11-22T13:10');
    expect(await snooze(60)).toMatchObject({ kind: 'snoozed', at: instant('2026-11-22T14:10') });
  });

  test('is not promised to whoever wants none, nor where the organisers turned reminders off', async () => {
    const { ada, flows, db, snooze, now } = await aComer(engine);
    await flows.setReminders(ada(), { where: 'off' });
    expect(await snooze(60)).toMatchObject({ kind: 'unwanted' });
    await flows.setReminders(ada(), { where: 'thread' });
    const rules = storedOf({ ...usualRules, reminder: { ...usualRules.reminder, on: false } });
    await saveSetting(db, guildId, rulesSetting, rules, now());
    expect(await snooze(60)).toMatchObject({ kind: 'off-here' });
    expect(await pingsOfOccurrence(db, guildId, 'evening', monday)).toEqual([]);
  });
});
