import { expect, test } from 'vitest';
import type { Tick } from '../../src/domain/learner.ts';
import { lazyTicks } from '../../src/store/lazy-ticks.ts';
import { at } from '../support/builders.ts';

const law1: Tick = { itemId: 'law-1', evidence: 'self-marked', at: at('2026-03-02') };
const law2: Tick = { itemId: 'law-2', evidence: 'linked', at: at('2026-03-03') };
const plain = new Map([
  ['law-1', law1],
  ['law-2', law2],
]);
const lazy = () =>
  lazyTicks({
    ids: 'law-1,law-2',
    evidence: 'self-marked,linked',
    instants: '2026-03-02T09:00:00.000Z,2026-03-03T09:00:00.000Z',
  });

test('lazy ticks are a map of ticks, whichever way one looks', () => {
  const visited: [string, Tick][] = [];
  lazy().forEach((tick, id) => {
    visited.push([id, tick]);
  });
  expect({
    size: lazy().size,
    has: [lazy().has('law-2'), lazy().has('law-3')],
    get: [lazy().get('law-2'), lazy().get('law-3')],
    keys: [...lazy().keys()],
    values: [...lazy().values()],
    entries: [...lazy().entries()],
    spread: [...lazy()],
    copy: new Map(lazy()),
    visited,
  }).toEqual({
    size: 2,
    has: [true, false],
    get: [law2, undefined],
    keys: ['law-1', 'law-2'],
    values: [law1, law2],
    entries: [...plain],
    spread: [...plain],
    copy: plain,
    visited: [...plain],
  });
});

test('lazy ticks equal plain ones, and differ where those differ', () => {
  expect(lazy()).toEqual(plain);
  expect(plain).toEqual(lazy());
  expect(lazy()).not.toEqual(new Map([...plain, ['law-2', { ...law2, at: law1.at }]]));
});

test('a lazy tick spreads like any other', () => {
  expect({ ...lazy().get('law-1') }).toEqual(law1);
});
