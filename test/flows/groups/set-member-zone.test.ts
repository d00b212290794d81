/** A member's own zone: set, looked at, taken back; asked for once. */
import { expect, test } from 'vitest';
import { askForZone, forgetMemberZone, memberZone, setMemberZone } from '../../../src/flows/groups/set-member-zone.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { memberSettings, saveMemberSettings } from '../../../src/store/groups/member-settings.ts';
import { joinGroupAs } from '../../../src/store/groups/members.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId } from './a-calendar.ts';

const ada = { guildId, userId: '1200', interactionId: '1400000000000000001' };
const later = (count: number) => ({ ...ada, interactionId: `${BigInt(ada.interactionId) + BigInt(count)}` });
const monday = at('2027-03-01T09:00:00Z');

onEachEngine('a member’s zone on $name', ({ emptyStore }) => {
  test('is set by city, shown with their next meeting, and taken back', async () => {
    const { context, db } = await aCalendar({ emptyStore }, monday);
    expect(await memberZone(context, ada)).toMatchObject({ kind: 'none', wasForgotten: false });
    await saveMemberSettings(db, ada, { reminderLead: 60 }, monday);
    await joinGroupAs(db, ada, { groupKey: 'architects', at: monday, by: '1' });
    expect(await setMemberZone(context, ada, 'Mumbai')).toMatchObject({
      kind: 'set',
      zone: { zone: 'Asia/Kolkata', clock: Temporal.PlainDateTime.from('2027-03-01T14:30') },
      next: { group: { key: 'architects' }, session: { planned: '2027-03-05T17:00' } },
    });
    expect(await memberSettings(db, ada)).toMatchObject({ timeZone: 'Asia/Kolkata', reminderLead: 60 });
    expect(await memberZone(context, ada)).toMatchObject({ kind: 'current', zone: { zone: 'Asia/Kolkata' } });
    expect(await forgetMemberZone(context, later(1))).toMatchObject({ kind: 'none', wasForgotten: true });
    expect(await memberSettings(db, ada)).toEqual({ reminderLead: 60, zoneChangedBy: later(1).interactionId });
  });

  test('does not go back when a command comes once more', async () => {
    const { context, db } = await aCalendar({ emptyStore }, monday);
    await setMemberZone(context, ada, 'Asia/Tokyo');
    await setMemberZone(context, later(1), 'Mumbai');
    const kolkata = { zone: { zone: 'Asia/Kolkata' } };
    expect(await setMemberZone(context, ada, 'Asia/Tokyo')).toMatchObject(kolkata);
    expect(await forgetMemberZone(context, ada)).toMatchObject({ kind: 'current', ...kolkata });
    expect(await memberSettings(db, ada)).toMatchObject({ timeZone: 'Asia/Kolkata' });
  });

  test('stays as it is where it is unclear which is meant', async () => {
    const { context, db } = await aCalendar({ emptyStore }, monday);
    await setMemberZone(context, ada, 'Asia/Tokyo');
    for (const asked of ['EST', 'united states', '', '+9']) {
      const outcome = await setMemberZone(context, later(1), asked);
      expect(outcome.kind).toBe('unclear');
      expect(outcome.kind === 'unclear' && outcome.nearest.length).toBeGreaterThan(1);
    }
    // Only one is alike, but that is another city.
    expect(await setMemberZone(context, later(2), 'Verona')).toMatchObject({ kind: 'unclear', asked: 'Verona' });
    expect(await memberSettings(db, ada)).toMatchObject({ timeZone: 'Asia/Tokyo' });
  });

  test('is asked for once, and not of somebody who has said it', async () => {
    const { context, db } = await aCalendar({ emptyStore }, monday);
    const ask = (userId: string) => inTransaction(db, tx => askForZone(tx, { guildId, userId }, monday));
    expect([await ask('1200'), await ask('1200')]).toEqual([true, false]);
    expect(await memberSettings(db, ada)).toEqual({ zoneAskedAt: monday });
    await setMemberZone(context, { ...ada, userId: '1201' }, 'UTC');
    expect(await ask('1201')).toBe(false);
  });
});
