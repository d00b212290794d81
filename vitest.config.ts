/** How the tests run: everything under test/ that ends in .test.ts. */
import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { tallyReporter } from './test/house/tally.ts';

/** Tests of values and of the local Discord: nothing of theirs outlives a file, so files share what they import. */
const together = ['domain', 'views', 'curriculum', 'credentials', 'playground/discord'].map(
  folder => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // Processes, not threads: a story may start and kill things, and a crash of native code ends one file only.
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    allowOnly: false,
    reporters: ['default', tallyReporter],
    projects: [
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['test/**/*.test.ts'],
          exclude: together,
          globalSetup: globSync('test/beforehand/*.ts'),
        },
      },
    ],
  },
});
