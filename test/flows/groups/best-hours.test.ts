/** By whose clock a group's best hours are told. */
import { expect, test } from 'vitest';
import { bestHoursOf } from '../../../src/flows/groups/best-hours.ts';
import { setMemberZone } from '../../../src/flows/groups/set-member-zone.ts';
import { joinGroupAs } from '../../../src/store/groups/members.ts';
import { onEachEngine } from '../../support/databases.ts';
import { aCalendar, at, guildId } from './a-calendar.ts';

const winter = at('2027-01-15T09:00:00Z');
const key = 'architects';
const inKolkata = [{ day: 'Friday', at: '17:00', minutes: 60, zone: 'Asia/Kolkata' }] as const;

onEachEngine('best hours on $name', ({ emptyStore }) => {
  test('are told by the group’s clock, and by the community’s only where it does not meet', async () => {
    const { context, db } = await aCalendar({ emptyStore }, winter);
    for (const userId of ['1200', '1201', '1202', '1203', '1204']) {
      await joinGroupAs(db, { guildId, userId }, { groupKey: key, at: winter, by: '1' });
      await setMemberZone(context, { guildId, userId, interactionId: `14${userId}` }, 'Asia/Kolkata');
    }
    const hours = (slots: typeof inKolkata | []) => bestHoursOf(db, guildId, { key, slots }, 'Europe/Berlin', winter);
    expect(await hours(inKolkata)).toMatchObject({ zone: 'Asia/Kolkata', best: [{ from: '08:00', until: '22:00' }] });
    expect(await hours([])).toMatchObject({ zone: 'Europe/Berlin', best: [{ from: '04:00', until: '17:00' }] });
  });
});
