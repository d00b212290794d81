import { describe, expect, test } from 'vitest';
import { aCurriculum, anItem, aPath } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [aPath('trail', [['alpha', 'beta']]), aPath('hill', [['gamma', 'delta']])],
  items: [anItem('soon', { status: 'coming-soon' }), anItem('omega')],
});
const ids = (values: readonly { id: string }[]) => values.map(({ id }) => id);

describe.each(embedded)('what is offered while typing on $name', engine => {
  test('nothing typed yet: the next item of each path, the rest of the paths, then what is on none', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    await flows.choosePath(ada(), 'trail');
    await flows.choosePath(ada(), 'hill');
    expect(ids(await flows.suggestOpenItems(ada(), ''))).toEqual(['gamma', 'alpha', 'delta', 'beta', 'omega']);
  });

  test('what is done or coming soon is not offered to be done, and only what is done to be undone', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    await flows.completeItem(ada(), 'alpha');
    expect(ids(await flows.suggestOpenItems(ada(), 'alpha'))).not.toContain('alpha');
    expect(ids(await flows.suggestOpenItems(ada(), 'soon'))).not.toContain('soon');
    expect(ids(await flows.suggestDoneItems(ada(), ''))).toEqual(['alpha']);
    expect(ids(await flows.suggestDoneItems(ada(), 'alhpa'))).toEqual(['alpha']);
  });

  test('what is done comes last while typing, if there is work to show for it', async () => {
    const labs = ['lab-one', 'lab-two'].map(id => anItem(id, { asksForWork: true }));
    const { flows, ada } = await boundFlows(engine, aCurriculum({ items: [...labs, anItem('lab-read')] }));
    for (const id of ['lab-one', 'lab-read']) await flows.completeItem(ada(), id);
    expect(ids(await flows.suggestOpenItems(ada(), 'lab'))).toEqual(['lab-two', 'lab-one']);
    expect(ids(await flows.suggestOpenItems(ada(), ''))).toEqual(['lab-two']);
  });

  test("what matches comes with the member's own paths first", async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    await flows.choosePath(ada(), 'hill');
    expect(
      ids(await flows.suggestOpenItems(ada(), 'title of'))
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['delta', 'gamma']);
  });

  test('what is open is offered in path order, however much else matches and is done', async () => {
    const many = Array.from({ length: 80 }, (_, index) => `match-${String(index).padStart(2, '0')}`);
    const path = aPath('trail', [['match-79', 'match-78']]);
    const { flows, ada } = await boundFlows(engine, aCurriculum({ paths: [path], items: many.map(id => anItem(id)) }));
    await flows.choosePath(ada(), 'trail');
    for (const id of many.slice(0, 60)) await flows.completeItem(ada(), id);
    const offered = ids(await flows.suggestOpenItems(ada(), 'match'));
    expect(offered.slice(0, 3)).toEqual(['match-79', 'match-78', 'match-60']);
    expect(offered).toHaveLength(20);
    expect(ids(await flows.suggestOpenItems(ada(), 'match-61'))[0]).toBe('match-61');
  });

  test('paths: all that match, or only the own', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    expect(ids(await flows.suggestPaths(''))).toEqual(['trail', 'hill']);
    expect(ids(await flows.suggestOwnPaths(ada(), ''))).toEqual([]);
    await flows.choosePath(ada(), 'hill');
    expect(ids(await flows.suggestOwnPaths(ada(), 'hil'))).toEqual(['hill']);
  });
});
