import { beforeEach, expect, test } from 'vitest';
import { createRateLimit, type RateLimit } from '../../src/web/rate-limit.ts';
import { at } from '../support/builders.ts';

let now: Temporal.Instant;
let limit: RateLimit;
beforeEach(() => {
  now = at('2026-05-01');
  limit = createRateLimit({ now: () => now, burst: 3, perSecond: 0.5, clients: 2 });
});
const asks = (client: string, times: number) => Array.from({ length: times }, () => limit.waitFor(client));

test('a client may ask some times at once, and then hears how long to wait', () => {
  expect(asks('ada', 5)).toEqual([0, 0, 0, 2, 2]);
});

test('waiting as long as was said is enough, and no request is saved up beyond the burst', () => {
  asks('ada', 4);
  now = now.add({ seconds: 2 });
  expect(asks('ada', 2)).toEqual([0, 2]);
  now = now.add({ hours: 24 });
  expect(asks('ada', 4)).toEqual([0, 0, 0, 2]);
});

test('one client does not use up what another may ask', () => {
  asks('ada', 4);
  expect(asks('ben', 1)).toEqual([0]);
});

test('a clock set back neither gives nor takes', () => {
  asks('ada', 2);
  now = now.subtract({ hours: 1 });
  expect(asks('ada', 2)).toEqual([0, 2]);
});

test('however many clients come, only so many are remembered: those heard of last', () => {
  asks('ada', 4);
  asks('ben', 1);
  asks('ada', 1);
  asks('cleo', 1);
  expect(limit.size).toBe(2);
  expect(asks('ada', 1)).toEqual([2]);
});
