import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextSteps, openItemIds, openPlaces } from '../../src/domain/next.ts';
import { aCurriculum, aLearner, anItem, aPath } from '../support/builders.ts';

const ids = (places: readonly { itemId: string }[]) => places.map(place => place.itemId);

describe('what comes next', () => {
  test('is the first open place in path order', () => {
    const path = aPath('p', [['a', 'b'], ['c']]);
    expect(ids(openPlaces(path, aCurriculum({ paths: [path] }), aLearner({ done: ['a'] }).ticks))).toEqual(['b', 'c']);
  });

  test('puts what an item builds on before the item, however the path orders them', () => {
    const path = aPath('p', [['a', 'b', 'c']]);
    const curriculum = aCurriculum({
      paths: [path],
      items: [anItem('a', { requires: ['c'] }), anItem('c', { requires: ['b'] })],
    });
    expect(ids(openPlaces(path, curriculum, new Map()))).toEqual(['b', 'c', 'a']);
    expect(ids(openPlaces(path, curriculum, aLearner({ done: ['c'] }).ticks))).toEqual(['a', 'b']);
  });

  test('passes over what is coming soon', () => {
    const path = aPath('p', [['a?', 'b']]);
    expect(ids(openPlaces(path, aCurriculum({ paths: [path] }), new Map()))).toEqual(['b']);
  });

  test('offers each path its own step, the latest path first, no item twice', () => {
    const paths = [aPath('one', [['a', 'b']]), aPath('two', [['a', 'c']])];
    const steps = nextSteps(aCurriculum({ paths }), aLearner({ on: ['one', 'two'] }), 1);
    expect(steps.map(({ path, place }) => [path.id, place.itemId])).toEqual([
      ['two', 'a'],
      ['one', 'b'],
    ]);
  });

  test('a path that the curriculum no longer has is passed over', () => {
    expect(nextSteps(aCurriculum({ paths: [] }), aLearner({ on: ['gone'] }), 1)).toEqual([]);
  });

  test('lists open items with the next of each path before the rest', () => {
    const paths = [aPath('one', [['a', 'b']]), aPath('two', [['c', 'd']])];
    expect(openItemIds(paths, aCurriculum({ paths }), new Set())).toEqual(['c', 'a', 'd', 'b']);
  });

  test('whatever is done, every open counted item is offered exactly once and after its prerequisites', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    // An item may only require later letters, so there is no cycle; the path lists letters in any order.
    const arbitrary = fc.record({
      order: fc.shuffledSubarray(all, { minLength: 1 }),
      done: fc.subarray(all),
      requires: fc.tuple(...all.map((_, index) => fc.subarray(all.slice(index + 1)))),
    });
    fc.assert(
      fc.property(arbitrary, ({ order, done, requires }) => {
        const path = aPath('p', [order]);
        const items = all.map((id, index) => anItem(id, { requires: requires[index] ?? [] }));
        const open = ids(openPlaces(path, aCurriculum({ paths: [path], items }), aLearner({ done }).ticks));
        expect(open.toSorted()).toEqual(order.filter(id => !done.includes(id)).toSorted());
        for (const item of items) {
          const place = open.indexOf(item.id);
          if (place < 0) continue;
          for (const id of item.requires) expect(open.indexOf(id)).toBeLessThan(place);
        }
      }),
    );
  });
});
