/** Before each test file: `toMatchObject` would take any two instants for the same, since they have no properties of their own. */
import { expect } from 'vitest';

const tagOf = (value: unknown) => Object.prototype.toString.call(value);

expect.addEqualityTesters([
  (a, b) => {
    const tag = tagOf(a);
    // Undefined: the next tester decides.
    return tag.startsWith('[object Temporal.') && tag === tagOf(b) ? String(a) === String(b) : undefined;
  },
]);
