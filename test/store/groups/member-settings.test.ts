import { expect, test } from 'vitest';
import { noteDeparture } from '../../../src/store/departures.ts';
import { memberSettings, saveMemberSettings, zonesOfGroup } from '../../../src/store/groups/member-settings.ts';
import { joinGroupAs, leaveGroupAs } from '../../../src/store/groups/members.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';

const noon = at('2027-03-02T12:00:00Z');
const member = (userId: string, guildId = '1100') => ({ guildId, userId });

onEachEngine('what members chose on $name', ({ emptyStore }) => {
  test('is nothing at first, then as it was saved last, for each server', async () => {
    const { db } = await emptyStore();
    expect(await memberSettings(db, member('1200'))).toEqual({});
    const all = {
      timeZone: 'Asia/Kolkata',
      zoneAskedAt: noon,
      reminderLead: 60,
      reminderWhere: 'dm',
      dmClosedAt: noon,
      zoneChangedBy: '11',
      reminderChangedBy: '12',
      reminderChangedAt: noon,
    } as const;
    await saveMemberSettings(db, member('1200'), all, noon);
    expect(await memberSettings(db, member('1200'))).toEqual(all);
    expect(await memberSettings(db, member('1200', '1101'))).toEqual({});
    await saveMemberSettings(db, member('1200'), { reminderWhere: 'off' }, noon);
    expect(await memberSettings(db, member('1200'))).toEqual({ reminderWhere: 'off' });
  });

  test('zones of a group are those its present members named, who are on the server', async () => {
    const { db } = await emptyStore();
    const zones = { '1201': 'UTC', '1202': 'Asia/Tokyo', '1203': undefined, '1204': 'UTC', '1205': 'Asia/Dubai' };
    for (const [userId, timeZone] of Object.entries(zones)) {
      await saveMemberSettings(db, member(userId), timeZone === undefined ? {} : { timeZone }, noon);
      if (userId !== '1205') await joinGroupAs(db, member(userId), { groupKey: 'readers', at: noon, by: `9${userId}` });
    }
    await leaveGroupAs(db, member('1204'), { groupKey: 'readers', at: noon, by: '99999' });
    expect(await zonesOfGroup(db, '1100', 'readers')).toEqual(['Asia/Tokyo', 'UTC']);
    expect(await zonesOfGroup(db, '1101', 'readers')).toEqual([]);
    await noteDeparture(db, member('1202'), noon);
    expect(await zonesOfGroup(db, '1100', 'readers')).toEqual(['UTC']);
  });
});
