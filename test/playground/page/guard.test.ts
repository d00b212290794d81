/** Other websites must not reach the playground, whatever name they give this computer. */
import { expect, test } from 'vitest';
import { createDoorkeeper } from '../../../playground/page/guard.ts';

const { refuse } = createDoorkeeper(4400);

test.each([
  ['127.0.0.1:4400', undefined],
  ['localhost:4400', undefined],
  ['127.0.0.1:4400', 'http://127.0.0.1:4400'],
  ['localhost:4400', 'http://localhost:4400'],
])('%s with the origin %s may come in', (host, origin) => {
  expect(refuse(host, origin)).toBeUndefined();
});

test.each([
  ['rebound.example:4400', undefined],
  ['127.0.0.1:4401', undefined],
  ['127.0.0.1', undefined],
  [undefined, undefined],
])('the address %s is refused with the one to use', (host, origin) => {
  expect(refuse(host, origin)).toBe('The playground answers only at http://127.0.0.1:4400. Open that address instead.');
});

test.each(['http://evil.example', 'https://127.0.0.1:4400', 'http://localhost:4400', 'null'])(
  'the page of %s may not ask for anything',
  origin => {
    expect(refuse('127.0.0.1:4400', origin)).toBe(
      "Only the playground's own page may use it, at http://127.0.0.1:4400.",
    );
  },
);
