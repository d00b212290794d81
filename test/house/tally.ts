/** Ends a test run with the one line the build server reads: `N passed, N failed, N skipped`. */
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A file that could not be loaded and an error outside of any test count as one failure each. */
function tallyOf(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): Tally {
  const states = modules.flatMap(module => [...module.children.allTests()].map(test => test.result().state));
  const unloaded = modules.reduce((sum, module) => sum + module.errors().length, 0);
  const counted = (state: (typeof states)[number]) => states.filter(each => each === state).length;
  return {
    passed: counted('passed'),
    failed: counted('failed') + counted('pending') + unloaded + strayErrors.length,
    skipped: counted('skipped'),
  };
}

export const tallyReporter: Reporter = {
  onTestRunEnd(modules, strayErrors) {
    const { passed, failed, skipped } = tallyOf(modules, strayErrors);
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  },
};
