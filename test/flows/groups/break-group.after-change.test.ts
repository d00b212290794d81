/** Of a change of one meeting and a break, the later word wins. */
import { expect, test } from 'vitest';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';
import { type Groups, someGroups } from './some-groups.ts';

const monday = '2026-11-23T19:00';
const session = `owls/${monday}`;

async function onMonday(engine: Parameters<typeof someGroups>[0]): Promise<Groups> {
  const groups = await someGroups(engine);
  groups.passTo(at('2026-11-23T10:00:00Z'));
  return groups;
}

/** What is said of a break since the last look: what it names as near, and where it is struck out. */
async function told({ effects, flows }: Groups) {
  const said = (await effects('ping')).map(async effect => {
    if (effect.kind !== 'ping') throw new Error(effect.kind);
    const opened = await flows.openPing('1100', effect.ping);
    if (opened.kind !== 'break') throw new Error(opened.kind);
    return [opened.noted?.kind ?? 'over', opened.soon?.startsAt.toString(), opened.near.length];
  });
  return await Promise.all(said);
}

onEachEngine('a break noted after a meeting was changed, on $name', engine => {
  test.each([
    ['moved', '20:00', 'T19:00:00Z'],
    ['moved back', '19:00', 'T18:00:00Z'],
  ])('takes it out where it was %s, names it, and gives it back when it is lifted', async (_, typed, begins) => {
    const groups = await onMonday(engine);
    const { flows, olga, effects } = groups;
    await flows.moveSession(olga(), session, { typed: '20:00' });
    await flows.moveSession(olga(), session, { typed });
    await effects();
    const noted = await flows.noteHoliday(olga(), 'owls', { from: 'today' });
    expect(noted).toMatchObject({ off: [{ session: { planned: monday } }], more: 0 });
    const when = `2026-11-23${begins}`;
    expect(await told(groups)).toEqual([['holiday', when, 1]]);
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    expect(await flows.liftBreak(olga(), noted.noted.id)).toMatchObject({ next: { session: { planned: monday } } });
    expect(await told(groups)).toEqual([['over', when, 1]]);
  });

  test('is judged by the day on which it takes place', async () => {
    const { flows, olga } = await onMonday(engine);
    await flows.moveSession(olga(), session, { typed: '2026-11-27 20:00' });
    expect(await flows.noteHoliday(olga(), 'owls', { from: '23 Nov' })).toMatchObject({ off: [] });
    const friday = () => flows.noteHoliday(olga(), 'owls', { from: '27 Nov' });
    const noted = await friday();
    expect(noted).toMatchObject({ off: [{ session: { planned: monday, off: { kind: 'holiday' } } }] });
    expect(await friday()).toEqual(noted);
  });

  test('takes out nothing that was moved or held since', async () => {
    const groups = await onMonday(engine);
    const { flows, olga, effects } = groups;
    const noted = await flows.noteHoliday(olga(), 'owls', { from: 'today' });
    await flows.holdSession(olga(), session);
    await effects();
    const { off } = (await flows.pauseGroup(olga(), 'owls', { until: 'today' })) as Extract<
      typeof noted,
      { kind: 'noted' }
    >;
    expect(off).toMatchObject([{ session: { planned: monday } }]);
    expect(await flows.moveSession(olga(), session, { typed: '20:00' })).toMatchObject({
      session: { planned: monday },
    });
    expect(await flows.nextMeetings(groups.ada(), 'owls')).toMatchObject({
      meetings: [{ session: { revision: 2 } }, {}, {}, {}, {}],
    });
    await effects();
    if (noted.kind !== 'noted') throw new Error(noted.kind);
    await flows.liftBreak(olga(), noted.noted.id);
    expect(await told(groups)).toEqual([]);
  });
});
