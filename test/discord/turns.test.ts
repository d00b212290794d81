import { expect, test } from 'vitest';
import { createTurns } from '../../src/discord/turns.ts';

test('no more than so many run at once, in the order in which they came, whether they end well or not', async () => {
  const turns = createTurns(2);
  const begun: number[] = [];
  const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<void>());
  const results = ends.map(({ promise }, index) =>
    turns(async () => {
      begun.push(index);
      await promise;
      return index;
    }),
  );
  expect(begun).toEqual([0, 1]);
  ends[1]?.reject(new Error('Fails'));
  await expect(results[1]).rejects.toThrow('Fails');
  expect(begun).toEqual([0, 1, 2]);
  ends[0]?.resolve();
  ends[2]?.resolve();
  ends[3]?.resolve();
  expect(await Promise.all([results[0], results[2], results[3]])).toEqual([0, 2, 3]);
  expect(begun).toEqual([0, 1, 2, 3]);
});
