import { describe, expect, test } from 'vitest';
import { buildIndex, findExact, fold, nearest, search } from '../../src/domain/search.ts';

const index = buildIndex([
  { id: 'law-1', title: 'Law 1: Correlated Failure', aliases: ['Correlated Failure at Scale'] },
  { id: 'pattern-circuit-breaker', title: 'Circuit Breaker' },
  { id: 'pattern-retry-backoff', title: 'Retry & Backoff', aliases: ['Retry with Backoff'] },
  { id: 'quant-littles-law', title: 'Little’s Law' },
  { id: 'pattern-load-balancing', title: 'Load Balancing' },
]);
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('finding by what is typed', () => {
  test.each([
    ['law-1', 'law-1'],
    ['LAW 1', 'law-1'],
    ['law 1: correlated failure', 'law-1'],
    ['correlated failure at scale', 'law-1'],
    ["little's law", 'quant-littles-law'],
    ['retry and', undefined],
    ['', undefined],
  ])('exactly "%s" names %s', (typed, id) => expect(findExact(index, typed)?.id).toBe(id));

  test.each([
    ['circ', 'pattern-circuit-breaker'],
    ['breaker', 'pattern-circuit-breaker'],
    ['circuit braeker', 'pattern-circuit-breaker'],
    ['cirucit', 'pattern-circuit-breaker'],
    ['lod balncing', 'pattern-load-balancing'],
    ['backof', 'pattern-retry-backoff'],
    ['littel', 'quant-littles-law'],
  ])('"%s" finds %s first', (typed, id) => expect(ids(search(index, typed, 5))[0]).toBe(id));

  test('nothing typed, or nothing like anything, finds nothing', () => {
    expect(search(index, '  ', 5)).toEqual([]);
    expect(search(index, 'quantum entanglement', 5)).toEqual([]);
  });

  test('the nearest three are offered however far off', () => {
    expect(nearest(index, 'xyzzy', 3)).toHaveLength(3);
    expect(ids(nearest(index, 'circut-braker', 3))[0]).toBe('pattern-circuit-breaker');
  });

  test('what is not wanted by one who searches is still found by the next', () => {
    expect(search(index, 'circ', 5, ({ id }) => id !== 'pattern-circuit-breaker')).toEqual([]);
    expect(ids(search(index, 'circ', 5))).toEqual(['pattern-circuit-breaker']);
  });

  test('accents, case and punctuation do not matter', () =>
    expect(fold('  Émergent—Chaos’s ')).toBe('emergent chaoss'));
});

test('hostile input of any length is searched in bounded work', () => {
  expect(search(index, 'a'.repeat(100_000), 5)).toEqual([]);
});
