import { expect, test } from 'vitest';
import { hearOfReturn } from '../../src/flows/hear-of-return.ts';
import { seeRoles } from '../../src/flows/see-roles.ts';
import { noteDeparture } from '../../src/store/departures.ts';
import { saveAnswer } from '../../src/store/groups/answers.ts';
import { saveMemberSettings } from '../../src/store/groups/member-settings.ts';
import { aCurriculum } from '../support/builders.ts';
import { onEachEngine, type TestEngine } from '../support/databases.ts';
import { aCalendar, at, guildId } from './groups/a-calendar.ts';

const groupKey = 'new-graduates';
/** Monday, 19:00 in Berlin. */
const planned = '2027-03-01T19:00';
const comer = { guildId, userId: '1300' };

/** The only one who comes is to be reminded an hour before, and leaves the day before. */
async function left({ emptyStore }: TestEngine) {
  const calendar = await aCalendar({ emptyStore }, at('2027-02-28T12:00:00Z'));
  const { db, now } = calendar;
  await saveMemberSettings(db, comer, { reminderLead: 60 }, now());
  await saveAnswer(db, comer, { groupKey, planned, isComing: true }, '1', now());
  await calendar.run(at('2027-02-28T20:00:00Z'));
  await noteDeparture(db, comer, now());
  await calendar.run(at('2027-03-01T12:00:00Z'));
  const reminders = async () =>
    (await calendar.ledger(groupKey)).flatMap(({ kind, audience, known_at, due_at }) =>
      kind === 'reminder' ? [{ audience, known_at, due_at }] : [],
    );
  return { ...calendar, reminders };
}

onEachEngine('whoever left and is back, on $name', engine => {
  test('is reminded on time of what they said they come to', async () => {
    const { context, run, reminders } = await left(engine);
    await seeRoles({ ...context, curriculum: aCurriculum({}) }, { member: comer, roleIds: [], because: 'back' });
    await run(at('2027-03-01T17:00:00Z'));
    expect(await reminders()).toMatchObject([{ audience: 'thread-60', due_at: '2027-03-01T17:00:00.000Z' }]);
  });

  test('is not while they are away, nor told of a delay where they come back after its time', async () => {
    const { context, run, reminders } = await left(engine);
    await run(at('2027-03-01T17:30:00Z'));
    expect(await reminders()).toEqual([]);
    await hearOfReturn(context, comer);
    await run(at('2027-03-01T17:31:00Z'));
    const [{ due_at = '', known_at = null } = {}] = await reminders();
    expect([due_at, known_at]).toEqual(['2027-03-01T17:00:00.000Z', '2027-03-01T17:30:00.000Z']);
  });
});
