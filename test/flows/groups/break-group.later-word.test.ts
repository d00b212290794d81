/** Of two words about a break the later holds: also of the same words, and not of an earlier interaction that comes again. */
import { expect, test } from 'vitest';
import type { BreakOutcome } from '../../../src/domain/groups/hosting.ts';
import { onEachEngine } from '../../support/databases.ts';
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
