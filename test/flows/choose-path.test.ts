import { describe, expect, test } from 'vitest';
import { aCurriculum, aPath } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [
    aPath('trail', [['a', 'b']], { prerequisites: [{ id: 'boots', text: 'Boots' }] }),
    aPath('hill', [['a']], { kind: 'topic' }),
  ],
});

describe.each(embedded)('paths on $name', engine => {
  test('choosing one enrols, choosing it again says so', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    expect(await flows.choosePath(ada(), 'trail')).toMatchObject({ kind: 'chosen', next: { place: { itemId: 'a' } } });
    expect(await flows.choosePath(ada(), 'Path trail')).toMatchObject({ kind: 'already-on' });
    expect((await flows.showProgress(ada())).paths.map(({ progress }) => progress.path.id)).toEqual(['trail']);
  });

  test('leaving keeps the ticks, and coming back finds them', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    await flows.choosePath(ada(), 'trail');
    await flows.completeItem(ada(), 'a');
    expect(await flows.leavePath(ada(), 'trail')).toMatchObject({ kind: 'left', progress: { done: 1 } });
    expect(await flows.leavePath(ada(), 'trail')).toMatchObject({ kind: 'not-on' });
    expect(await flows.choosePath(ada(), 'trail')).toMatchObject({ kind: 'chosen', progress: { done: 1 } });
  });

  test('a declared prerequisite is remembered, one the path does not have is not stored', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    expect(await flows.declarePrerequisite(ada(), 'trail', 'wings')).toMatchObject({ prerequisites: [{ met: 'no' }] });
    expect(await flows.declarePrerequisite(ada(), 'trail', 'boots')).toMatchObject({
      prerequisites: [{ met: 'declared' }],
    });
    expect(await flows.showPath(ada(), 'trail')).toMatchObject({
      enrolled: false,
      prerequisites: [{ met: 'declared' }],
    });
  });

  test('an unknown path offers the nearest and enrols nobody', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    expect(await flows.choosePath(ada(), 'trial')).toMatchObject({
      kind: 'unknown-path',
      nearest: [{ id: 'trail' }, { id: 'hill' }],
    });
    expect((await flows.showProgress(ada())).paths).toEqual([]);
  });

  test('the picker and the list show a family, or all', async () => {
    const { flows, ada } = await boundFlows(engine, curriculum);
    expect(await flows.pickPath(ada())).toMatchObject({
      kind: 'pick',
      paths: [{ enrolled: false }, { enrolled: false }],
    });
    expect((await flows.listPaths(ada(), 'topic')).map(({ path }) => path.id)).toEqual(['hill']);
  });
});
