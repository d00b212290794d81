/** Of two words about a break the later holds: also of the same words, and not of an earlier interaction that comes again. */
import { expect, test } from 'vitest';
import type { BreakOutcome } from '../../../src/domain/groups/hosting.ts';
import { breakMessage } from '../../../src/views/groups/breaks.ts';
import { onEachEngine } from '../../support/databases.ts';
import { textOf } from '../../support/read-message.ts';
import { type Groups, someGroups } from './some-groups.ts';

const standing = async ({ db }: Groups) => {
  const rows = db.selectFrom('group_breaks').select(['kind', 'until_date']).where('lifted_at', 'is', null);
  return (await rows.orderBy('id').execute()).map(({ kind, until_date }) => `${kind} ${until_date}`);
};

function idOf(outcome: BreakOutcome): number {
  if (outcome.kind !== 'noted') throw new Error(outcome.kind);
  return outcome.noted.id;
}

onEachEngine('an interaction that comes again later, on $name', engine => {
  test('does not pause anew what was resumed since, nor resume what was paused since', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    const [pausing, resuming] = [olga(), olga()];
    await flows.pauseGroup(pausing, 'owls', {});
    await flows.resumeGroup(resuming, 'owls');
    expect(await flows.pauseGroup(pausing, 'owls', {})).toEqual({ kind: 'lifted-before' });
    expect(await standing(groups)).toEqual([]);
    expect(await flows.resumeGroup(resuming, 'owls')).toMatchObject({ kind: 'not-paused' });
    await flows.pauseGroup(olga(), 'owls', { until: '10 Dec' });
    expect(await flows.resumeGroup(resuming, 'owls')).toEqual({ kind: 'lifted-before' });
    expect(await standing(groups)).toEqual(['paused 2026-12-10']);
  });

  test('does not put back a pause or holiday that Undo took away', async () => {
    const groups = await someGroups(engine);
    const { flows, olga } = groups;
    const [pausing, off] = [olga(), olga()];
    const second = () => flows.pauseGroup(pausing, 'owls', { until: '20 Dec' });
    const holiday = () => flows.noteHoliday(off, 'all', { from: '24 Dec' });
    await flows.pauseGroup(olga(), 'owls', {});
    await flows.liftBreak(olga(), idOf(await second()));
    await flows.liftBreak(olga(), idOf(await holiday()));
    expect([await second(), await holiday()]).toEqual([{ kind: 'lifted-before' }, { kind: 'lifted-before' }]);
    expect(await standing(groups)).toEqual(['paused null']);
  });
});

onEachEngine('the same break noted again, on $name', engine => {
  const monday = '2026-11-23T19:00';

  test.each<[string, (groups: Groups) => Promise<BreakOutcome>, number]>([
    ['holiday', ({ flows, olga }) => flows.noteHoliday(olga(), 'owls', { from: '23 Nov' }), 0],
    ['holiday of all', ({ flows, olga }) => flows.noteHoliday(olga(), 'all', { from: '23 Nov' }), 0],
    ['pause', ({ flows, olga }) => flows.pauseGroup(olga(), 'owls', { until: '23 Nov' }), 1],
  ])('a %s takes out a meeting that was held in spite of it, and tells it', async (_, noting, left) => {
    const groups = await someGroups(engine);
    const { flows, olga, effects } = groups;
    await noting(groups);
    await flows.holdSession(olga(), `owls/${monday}`);
    await effects();
    const again = await noting(groups);
    expect(again).toMatchObject({ kind: 'noted', off: [{ session: { planned: monday, off: {} } }] });
    expect(textOf(breakMessage(again))).toContain('**Off:**');
    expect(await effects('ping')).toMatchObject([{ ping: { occurrence: `2026-11-23~b${idOf(again)}` } }]);
    expect(await noting(groups)).toEqual(again);
    expect(await standing(groups)).toHaveLength(1);
    await flows.liftBreak(olga(), idOf(again));
    expect(await standing(groups)).toHaveLength(left);
  });
});
