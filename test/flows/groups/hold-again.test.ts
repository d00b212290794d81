/** Undo of a pause that stood in place of others restores what was, also what was decided in spite of those. */
import { expect, test } from 'vitest';
import type { BreakOutcome } from '../../../src/domain/groups/hosting.ts';
import { breakPost } from '../../../src/views/groups/pings/break.ts';
import { changePost } from '../../../src/views/groups/pings/change.ts';
import { onEachEngine } from '../../support/databases.ts';
import { textOf } from '../../support/read-message.ts';
import { type Groups, someGroups } from './some-groups.ts';

const monday = '2026-11-23T19:00';
const hold = ({ flows, olga }: Groups, planned: string) => flows.holdSession(olga(), `owls/${planned}`);

function idOf(outcome: BreakOutcome): number {
  if (outcome.kind !== 'noted') throw new Error(outcome.kind);
  return outcome.noted.id;
}

async function held({ flows, ada }: Groups) {
  const next = await flows.nextMeetings(ada(), 'owls');
  if (next.kind !== 'meetings') throw new Error(next.kind);
  return next.meetings.flatMap(({ session }) => (session.off ? [] : session.planned));
}

/** The first line of each post since the last look. */
async function told({ effects, flows }: Groups) {
  const said = (await effects('ping')).map(async effect => {
    if (effect.kind !== 'ping') throw new Error(effect.kind);
    const opened = await flows.openPing('1100', effect.ping);
    if (opened.kind !== 'break' && opened.kind !== 'change') throw new Error(opened.kind);
    return textOf(opened.kind === 'break' ? breakPost(opened) : changePost(opened)).split('\n')[0];
  });
  return await Promise.all(said);
}

onEachEngine('a pause in place of another undone, on $name', engine => {
  test('a meeting held in spite of the first takes place again, and the group hears it', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    await flows.pauseGroup(olga(), 'owls', {});
    await hold(groups, monday);
    const second = idOf(await flows.pauseGroup(olga(), 'owls', { until: '2026-12-20' }));
    expect(await held(groups)).toEqual([]);
    await effects();
    expect(await flows.liftBreak(olga(), second)).toMatchObject({
      noted: { kind: 'paused' },
      again: 1,
      next: { session: { planned: monday, revision: 2 } },
    });
    expect(await held(groups)).toEqual([monday]);
    expect(await told(groups)).toEqual([
      '### ✅ Night Owls meets after all',
      '### ⏸️ Night Owls pauses from Sun 22 Nov on',
    ]);
  });

  test('the word of that meeting is the only one where nothing else turns', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    await flows.pauseGroup(olga(), 'owls', {});
    await hold(groups, monday);
    const second = idOf(await flows.pauseGroup(olga(), 'owls', { reason: 'exams' }));
    await effects();
    await flows.liftBreak(olga(), second);
    expect(await told(groups)).toEqual(['### ✅ Night Owls meets after all']);
  });

  test('what went on taking place does so without a word, and what another holiday keeps stays off', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    await flows.pauseGroup(olga(), 'owls', { until: '4 Dec' });
    for (const planned of [monday, '2026-11-25T19:00', '2026-11-30T19:00']) await hold(groups, planned);
    await flows.noteHoliday(olga(), 'owls', { from: '25 Nov' });
    const second = idOf(await flows.pauseGroup(olga(), 'owls', { until: '25 Nov' }));
    expect((await held(groups)).slice(0, 1)).toEqual(['2026-11-30T19:00']);
    await effects();
    await flows.liftBreak(olga(), second);
    expect((await held(groups)).slice(0, 2)).toEqual([monday, '2026-11-30T19:00']);
    const changes = await groups.db.selectFrom('session_changes').select(['planned', 'revision']).execute();
    expect(changes).toContainEqual({ planned: '2026-11-30T19:00', revision: 1 });
    expect(await told(groups)).toEqual([
      '### ✅ Night Owls meets after all',
      expect.stringMatching(/^### ⏸️ Night Owls pauses from Sun 22 Nov to Fri 4 Dec$/),
    ]);
  });

  test('several in whose place it stood hold again', async () => {
    const groups = await someGroups(engine);
    const { flows, olga, db } = groups;
    const days = [
      { from: '2026-11-24', until: '2026-11-27' },
      { from: '2026-12-01', until: '2026-12-04' },
    ];
    for (const one of days) await flows.pauseGroup(olga(), 'owls', one);
    const second = idOf(await flows.pauseGroup(olga(), 'owls', { from: '2026-11-26', until: '2026-12-02' }));
    await flows.liftBreak(olga(), second);
    const standing = db.selectFrom('group_breaks').select(['from_date', 'until_date']).where('lifted_at', 'is', null);
    expect(await standing.orderBy('id').execute()).toEqual(
      days.map(({ from, until }) => ({ from_date: from, until_date: until })),
    );
  });
});
