/** Cairn starts again with other times in its file, or in another zone: it wakes for those, not for the old ones. */
import { expect, test } from 'vitest';
import { lastChanges } from '../../../src/store/groups/last-changes.ts';
import { findSchedule } from '../../../src/store/groups/schedules.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId, ofFile } from './a-calendar.ts';

/** A Wednesday on which Managers meet at 18:00 in Berlin; by then everything before the role ping has been said. */
const restart = at('2027-03-03T14:30:00Z');

const managersAt = (time: string) => ({
  ...ofFile,
  studyGroups: ofFile.studyGroups.map(group =>
    group.key === 'managers' ? { ...group, meets: group.meets.map(meeting => ({ ...meeting, at: time })) } : group,
  ),
});

onEachEngine('a start on $name', ({ emptyStore }) => {
  const atRestart = async () => {
    const calendar = await aCalendar({ emptyStore }, at('2027-03-02T12:00:00Z'));
    await calendar.startAgain();
    await calendar.run(restart);
    return calendar;
  };

  test.each([
    ['an earlier time in the file', '2027-03-03T17:00', { community: managersAt('17:00') }, '16'],
    ['a TIME_ZONE further east', '2027-03-03T18:00', { timeZone: 'Europe/Kyiv' }, '16'],
  ] as const)('with %s says what is due by it', async (_, planned, changed, hour) => {
    const calendar = await atRestart();
    await calendar.startAgain(changed);
    await calendar.run(at('2027-03-03T18:30:00Z'));
    const said = (await calendar.ledger('managers')).filter(
      ({ due_at }) => at(due_at).epochMilliseconds > restart.epochMilliseconds,
    );
    expect(
      said
        .map(({ occurrence, kind, due_at, state }) => `${occurrence} ${kind} ${due_at.slice(11, 16)} ${state}`)
        .toSorted(),
    ).toEqual([
      `${planned} check-in ${hour}:00 due`,
      `${planned} event-end ${Number(hour) + 1}:00 due`,
      `${planned} event-start ${hour}:00 due`,
      `${planned} session ${Number(hour) - 1}:45 due`,
    ]);
  });

  test('with the same file and zone has nothing to compute anew', async () => {
    const calendar = await atRestart();
    await calendar.startAgain({ community: managersAt('18:00') });
    expect(await findSchedule(calendar.db, guildId, 'managers')).toMatchObject({ isChanged: false });
  });

  test('with an edited file gives the meetings a new date in calendars, which would else keep what they have', async () => {
    const calendar = await atRestart();
    const changed = async () => (await lastChanges(calendar.db, guildId))('managers')?.toString();
    const before = await changed();
    await calendar.startAgain({ community: managersAt('18:00') });
    expect(await changed()).toBe(before);
    await calendar.startAgain({ community: managersAt('17:00') });
    expect([before, await changed()]).toEqual(['2027-03-02T12:00:00Z', restart.toString()]);
  });
});
