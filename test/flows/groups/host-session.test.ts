/** Undo of a change after a holiday or pause was noted: the later word wins. */
import { expect, test } from 'vitest';
import type { HostedChange, Undo } from '../../../src/domain/groups/hosting.ts';
import { hostedChangeMessage } from '../../../src/views/groups/hosted-change.ts';
import { onEachEngine } from '../../support/databases.ts';
import { textOf } from '../../support/read-message.ts';
import { type Groups, someGroups } from './some-groups.ts';

const planned = '2026-11-23T19:00';
const monday = `owls/${planned}`;

function undoOf(outcome: HostedChange): Undo {
  if (outcome.kind !== 'change' || !outcome.undo) throw new Error(outcome.kind);
  return outcome.undo;
}

type Act = (groups: Groups) => Promise<HostedChange>;
const skip: Act = ({ flows, olga }) => flows.skipSession(olga(), monday);
const moveTo =
  (typed: string): Act =>
  ({ flows, olga }) =>
    flows.moveSession(olga(), monday, { typed });

const changed = ({ db }: Groups) => db.selectFrom('session_changes').selectAll().execute();

onEachEngine('undo under a holiday noted since, on $name', engine => {
  test.each<[string, Act, string]>([
    ['a move', moveTo('2026-11-26 20:00'), '29 Nov'],
    ['a skip', skip, '29 Nov'],
    ['a move onto a day without holiday', moveTo('2026-11-30 21:00'), '23 Nov'],
  ])('of %s changes nothing, and says why', async (_, act, until) => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    const undo = undoOf(await act(groups));
    await flows.noteHoliday(olga(), 'owls', { from: '23 Nov', until, reason: 'exams' });
    await effects();
    const before = await changed(groups);
    const undone = await flows.undoChange(olga(), monday, undo);
    expect(undone).toMatchObject({ kind: 'superseded', session: { planned, off: { kind: 'holiday' } } });
    expect(textOf(hostedChangeMessage(undone))).toMatch(/changed again since\n.* is off for a holiday: exams\n/);
    expect(await changed(groups)).toEqual(before);
    expect(await effects()).toEqual([]);
  });

  test('of what was decided in spite of it, or after it was lifted, is done', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    const undo = undoOf(await moveTo('20:00')(groups));
    const holiday = await flows.noteHoliday(olga(), 'owls', { from: '23 Nov' });
    const held = undoOf(await flows.holdSession(olga(), monday));
    expect(await flows.undoChange(olga(), monday, held)).toMatchObject({ change: { kind: 'skipped' } });
    expect(await flows.undoChange(olga(), monday, undo)).toMatchObject({ kind: 'superseded' });
    if (holiday.kind !== 'noted') throw new Error(holiday.kind);
    await flows.liftBreak(olga(), holiday.noted.id);
    const again = undoOf(await flows.holdSession(olga(), monday));
    expect(await flows.undoChange(olga(), monday, again)).toMatchObject({ change: { kind: 'skipped' } });
  });
});
