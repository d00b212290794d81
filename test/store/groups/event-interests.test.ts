import { expect, test } from 'vitest';
import { adopt, forgetBinding } from '../../../src/store/bindings.ts';
import { inTransaction } from '../../../src/store/database.ts';
import { comersAnswered, saveAnswer } from '../../../src/store/groups/answers.ts';
import { eventsOfGroup, eventsOfServer, findEvent } from '../../../src/store/groups/event-bindings.ts';
import { forgetOtherInterests, interestedIn, noteInterest } from '../../../src/store/groups/event-interests.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';

const guildId = '1100';
const ofSession = { groupKey: 'readers', planned: '2027-03-29T19:00' };
const name = 'event:readers/2027-03-29T19:00';
const noon = at('2027-03-29T10:00:00Z');

onEachEngine('events on $name', ({ emptyStore }) => {
  test('are found by their group, of all groups, and by their own id', async () => {
    const { db } = await emptyStore();
    await adopt(db, guildId, name, '7', { starts: 'a' }, noon);
    await adopt(db, guildId, 'event:readers-2/2027-03-30T19:00', '8', {}, noon);
    await adopt(db, guildId, 'channel:readers', '9', {}, noon);
    const event = { ...ofSession, eventId: '7', set: { starts: 'a' } };
    expect(await eventsOfGroup(db, guildId, 'readers')).toEqual([event]);
    expect((await eventsOfServer(db, guildId)).map(({ eventId }) => eventId)).toEqual(['8', '7']);
    expect(await findEvent(db, guildId, '7')).toEqual(event);
    expect(await findEvent(db, guildId, '9')).toBeUndefined();
    expect(await findEvent(db, '1101', '7')).toBeUndefined();
  });

  test('interest is an answer when it is news, and overrules a button only then', async () => {
    const { db } = await emptyStore();
    const ada = { guildId, userId: '20' };
    const heard = (isInterested: boolean, minutes: number) =>
      inTransaction(db, tx => {
        const interest = { guildId, eventId: '7', userId: ada.userId, isInterested };
        return noteInterest(tx, ofSession, interest, noon.add({ minutes }));
      });
    const press = (isComing: boolean, minutes: number) =>
      saveAnswer(db, ada, { ...ofSession, isComing }, String(minutes), noon.add({ minutes }));
    expect(await heard(false, 0)).toBe(false);
    expect(await heard(true, 1)).toBe(true);
    expect(await comersAnswered(db, guildId, ofSession)).toEqual(['20']);
    expect(await press(false, 2)).toBe(true);
    expect(await heard(true, 3)).toBe(false);
    expect(await comersAnswered(db, guildId, ofSession)).toEqual([]);
    expect(await heard(false, 4)).toBe(true);
    expect(await heard(true, 5)).toBe(true);
    // Pressed before, and saved only now: what came after it stays.
    expect(await press(false, 2)).toBe(false);
    expect(await comersAnswered(db, guildId, ofSession)).toEqual(['20']);
  });

  test('interest goes with the event, what was answered stays', async () => {
    const { db } = await emptyStore();
    await adopt(db, guildId, name, '7', {}, noon);
    const interest = { guildId, eventId: '7', userId: '20', isInterested: true };
    await inTransaction(db, tx => noteInterest(tx, ofSession, interest, noon));
    await forgetOtherInterests(db, guildId);
    expect(await interestedIn(db, guildId, '7')).toEqual(['20']);
    await forgetBinding(db, guildId, name);
    await forgetOtherInterests(db, guildId);
    expect(await interestedIn(db, guildId, '7')).toEqual([]);
    expect(await comersAnswered(db, guildId, ofSession)).toEqual(['20']);
  });
});
