import { expect, test } from 'vitest';
import { createSeen } from '../../src/discord/seen.ts';

test('an id is new once, until many others have come after it', () => {
  const seen = createSeen(2);
  expect(['a', 'a', 'b', 'c', 'a', 'c'].map(seen.isNew)).toEqual([true, false, true, true, true, false]);
});
